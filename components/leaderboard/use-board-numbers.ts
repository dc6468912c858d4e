'use client';

import { useFormatter, useTranslations } from 'next-intl';
import type { Board } from '#lib/rating/board-answer.ts';

type Ranked = Extract<Board['rows'][number], { status: 'ranked' }>;

/** Numbers of the board as a person reads them. */
export function useBoardNumbers() {
  const t = useTranslations('leaderboard');
  const format = useFormatter();
  const whole = (value: number) => format.number(value, { maximumFractionDigits: 0 });
  return {
    whole,
    points: whole,
    range: (lower: number, upper: number) => t('range', { lower: whole(lower), upper: whole(upper) }),
    /** "1", "2–4". */
    rank: ({ rank, rankLower, rankUpper }: Ranked) => {
      if (rankLower === null || rankUpper === null) return whole(rank);
      if (rankLower === rankUpper) return whole(rankLower);
      return t('rankRange', { from: whole(rankLower), to: whole(rankUpper) });
    },
    /** Never rounded to certainty. */
    percent: (share: number | null) => {
      if (share === null) return '–';
      const text = (value: number) => format.number(value, { style: 'percent', maximumFractionDigits: 1 });
      if (share > 0.999 && share < 1) return `> ${text(0.999)}`;
      return share < 0.001 && share > 0 ? `< ${text(0.001)}` : text(share);
    },
    /** An estimate, and shown as one: two digits, and beyond a million no number at all. */
    needed: ({ votesToNext, betterThanNext }: Ranked) => {
      if (votesToNext === null) return '–';
      if (votesToNext === 0 && betterThanNext !== null) return t('settled');
      if (votesToNext > 1_000_000) return `> ${whole(1_000_000)}`;
      return t('about', { number: format.number(votesToNext, { maximumSignificantDigits: 2 }) });
    },
  };
}
