'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { EffectNotes } from '#components/leaderboard/effect-notes.tsx';
import { Explain } from '#components/leaderboard/explain.tsx';
import { ExportButtons } from '#components/leaderboard/export-buttons.tsx';
import { useExclusionName } from '#components/leaderboard/use-exclusion-name.ts';
import type { Board } from '#lib/rating/board-answer.ts';

/** What stands under the table: what does not count and why, what was held equal, and the mark of this very board. */
export function BoardNotes({ board }: { board: Board }) {
  const t = useTranslations('leaderboard');
  const format = useFormatter();
  const { sample, digest } = board;
  return (
    <div className="flex flex-col gap-3 text-soft">
      {sample && (
        <p>{t('sample', { ballots: format.number(sample.ballots), all: format.number(sample.of) })}</p>
      )}
      <MethodNote board={board} />
      <EffectNotes extras={board.extras} />
      <Excluded counts={board.counts} />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Explain text={t('explain.digest')}>
          <span className="tabular break-all text-sm">{t('digest', { digest: digest.slice(0, 16) })}</span>
        </Explain>
        <ExportButtons board={board} />
      </div>
    </div>
  );
}

/** How the intervals came about, and why so. */
function MethodNote({ board: { method, clusters, rows } }: { board: Board }) {
  const t = useTranslations('leaderboard');
  const format = useFormatter();
  if (method === 'none' || !rows.some(({ status }) => status === 'ranked')) return null;
  return (
    <p>
      <Explain text={t('explain.method')}>
        {t(`method.${method}`, {
          raters: format.number(clusters?.raters ?? 0),
          effective: format.number(clusters?.effective ?? 0, { maximumFractionDigits: 0 }),
        })}
      </Explain>
    </p>
  );
}

function Excluded({ counts }: Pick<Board, 'counts'>) {
  const t = useTranslations('leaderboard');
  const format = useFormatter();
  const nameOf = useExclusionName();
  const all = format.number(counts.ballots + counts.excludedBallots);
  if (counts.excludedBallots === 0) return <p>{t('excluded.none', { all })}</p>;
  const reasons = Object.entries(counts.excluded)
    .sort(([, one], [, other]) => other - one)
    .map(([reason, number]) =>
      t('excluded.reason', { number: format.number(number), reason: nameOf(reason) }),
    );
  const excluded = format.number(counts.excludedBallots);
  return (
    <p>
      <Explain text={t('explain.excluded')}>
        {t('excluded.some', { excluded, all, reasons: format.list(reasons, { type: 'unit' }) })}
      </Explain>
    </p>
  );
}
