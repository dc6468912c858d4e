'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import type { BoardAgreement, ScreeningAnswer } from '#lib/rating/board-answer.ts';

export type Screening = {
  start: () => void;
  isRunning: boolean;
  /** What the last test did; null before it. */
  answer: ScreeningAnswer | null;
  /** Why it failed, in words; null when it did not. */
  failure: string | null;
};

type Props = { found: BoardAgreement['screening']; screening: Screening };

/** With fewer raters there is no crowd to be unlike. */
const fewest = 3;

/** Raters that the anomaly test leaves out, and the button that makes the test. */
export function ScreeningRow({ found, screening }: Props) {
  const t = useTranslations('leaderboard.screening');
  const format = useFormatter();
  const { start, isRunning, answer, failure } = screening;
  if (found.raters < fewest) return t('fewRaters');
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <span>{t('excluded', { excluded: format.number(found.excludedRaters), raters: found.raters })}</span>
      <Button size="sm" onClick={start} isBusy={isRunning}>
        {isRunning ? t('running') : t('start')}
      </Button>
      <span role="status" className="text-soft">
        {failure ??
          (answer === null
            ? ''
            : t('done', { excluded: answer.excluded, restored: answer.restored, raters: answer.raters }))}
      </span>
    </div>
  );
}
