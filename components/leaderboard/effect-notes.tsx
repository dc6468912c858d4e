'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { Explain } from '#components/leaderboard/explain.tsx';
import type { Board } from '#lib/rating/board-answer.ts';

/** Estimates beside the ratings: style, place, ties. */
export function EffectNotes({ extras }: Pick<Board, 'extras'>) {
  const t = useTranslations('leaderboard');
  const format = useFormatter();
  const nameOf = useEffectName();
  const number = (value: number) =>
    format.number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay: 'exceptZero' });
  if (extras.length === 0) return null;
  return (
    <dl className="flex flex-wrap gap-x-6 gap-y-1">
      {extras.map(({ name, value, lower, upper }) => (
        <div key={name} className="flex items-baseline gap-2">
          <dt>
            <Explain text={t('explain.effect')}>{nameOf(name)}</Explain>
          </dt>
          <dd className="tabular text-ink">
            {lower === null || upper === null
              ? number(value)
              : t('effects.range', { value: number(value), lower: number(lower), upper: number(upper) })}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function useEffectName(): (name: string) => string {
  const t = useTranslations('leaderboard.effects');
  return (name) => {
    switch (name) {
      case 'tokens':
      case 'headers':
      case 'lists':
      case 'bold':
      case 'position':
      case 'log nu':
      case 'log threshold':
        return t(name);
      default:
        return name;
    }
  };
}
