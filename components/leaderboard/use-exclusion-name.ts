'use client';

import { useTranslations } from 'next-intl';
import { exclusionReasons } from '#lib/preferences/exclusions.ts';

const known = [...exclusionReasons, 'rater-anomaly', 'by-hand'] as const;

/** The reason in words; one that is not known here is its own name. */
export function useExclusionName(): (reason: string) => string {
  const t = useTranslations('leaderboard.exclusions');
  return (reason) => {
    const name = known.find((one) => one === reason);
    return name ? t(name) : reason;
  };
}
