'use client';

import RotateCcw from 'lucide-react/icons/rotate-ccw';
import { useTranslations } from 'next-intl';
import { BattleSentence } from '#components/leaderboard/battle-sentence.tsx';
import { defaultChoices, isDefault } from '#components/leaderboard/board-choices.ts';
import { MethodSentences } from '#components/leaderboard/method-sentences.tsx';
import type { SettingsProps } from '#components/leaderboard/settings-props.ts';
import { Button } from '#components/ui/button.tsx';

/** How the board is made, in sentences whose words can be changed. */
export function BoardSettings(props: SettingsProps) {
  const t = useTranslations('leaderboard');
  return (
    <section
      aria-label={t('settings.label')}
      className="flex flex-wrap items-center gap-x-4 gap-y-1 rounded-lg border border-line bg-panel px-4 py-3 text-soft leading-8"
    >
      <MethodSentences {...props} />
      <BattleSentence {...props} />
      {!isDefault(props.choices) && (
        <Button tone="quiet" size="sm" onClick={() => props.onChange(defaultChoices)}>
          <RotateCcw aria-hidden />
          {t('settings.reset')}
        </Button>
      )}
    </section>
  );
}
