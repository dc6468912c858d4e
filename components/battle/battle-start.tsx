'use client';

import { useTranslations } from 'next-intl';
import { PromptCards } from '#components/prompts/prompt-cards.tsx';
import { ToggleGroup } from '#components/ui/toggle-group.tsx';

const counts = ['2', '3', '4'] as const;
export type BattleCount = (typeof counts)[number];

const prompts = ['sky', 'feel', 'numbers'] as const;

type Props = {
  count: BattleCount;
  onCountChange: (count: BattleCount) => void;
  /** Null while nothing can be sent. */
  onStart: ((prompt: string) => void) | null;
};

/** What a battle is, and prompts that begin one with a click. */
export function BattleStart({ count, onCountChange, onStart }: Props) {
  const t = useTranslations('battle');
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <div className="mx-auto flex min-h-full max-w-3xl flex-col justify-center gap-6 p-4">
        <div className="text-center">
          <h1 className="font-semibold text-xl">{t('title')}</h1>
          <p className="mx-auto mt-2 max-w-prose text-soft">{t('description', { count: Number(count) })}</p>
        </div>
        <div className="flex items-center justify-center gap-3">
          <span aria-hidden className="text-soft text-sm">
            {t('count')}
          </span>
          <ToggleGroup
            label={t('count')}
            value={count}
            onChange={(next) => next !== null && onCountChange(next)}
            options={counts.map((value) => ({ value, label: value }))}
          />
        </div>
        <PromptCards
          title={t('tryThese')}
          cards={prompts.map((name) => ({ name, title: null, text: t(`prompts.${name}`) }))}
          className="sm:grid-cols-3"
          onTry={onStart}
        />
      </div>
    </div>
  );
}
