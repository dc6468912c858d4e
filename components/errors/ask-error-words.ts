'use client';

import { useMessages, useTranslations } from 'next-intl';
import { useCallback } from 'react';

export type AskErrorWords = {
  /** What happened, naming the endpoint. */
  what: string;
  /** What the person can do. */
  advice: string;
};

/** Puts the code of a failed answer into words; a code without words of its own gets general ones. */
export function useAskErrorWords(): (code: string, name: string) => AskErrorWords {
  const t = useTranslations('errors.ask');
  const words = useMessages().errors.ask;
  return useCallback(
    (code, name) => {
      const isKnown = (key: string): key is keyof typeof words => Object.hasOwn(words, key);
      const known = isKnown(code) ? code : 'unknown';
      return { what: t(`${known}.what`, { name }), advice: t(`${known}.advice`) };
    },
    [t, words],
  );
}
