'use client';

import { useTranslations } from 'next-intl';
import type { ExclusionReason } from '#lib/preferences/exclusions.ts';

const known = [
  'failed-answer',
  'identity-leak',
  'too-fast',
  'duplicate-prompt',
  'rater-anomaly',
  'imported',
] as const satisfies readonly (ExclusionReason | 'rater-anomaly' | 'imported')[];

/** Why a ballot does not count, in words; a reason given by hand stands as it was written. */
export function useExclusionName(): (reason: string) => string {
  const t = useTranslations('results.exclusions');
  return (reason) => {
    const name = known.find((one) => one === reason);
    return name ? t(name) : reason;
  };
}
