'use client';

import { useEffect } from 'react';
import type { LazyConversation } from '#app/(pages)/_compare/lazy-conversation.ts';

const signs = ['pointermove', 'pointerdown', 'keydown'] as const;

/** Fetches what the first prompt needs at the first sign that a person is there: the prompt need not wait for it. */
export function usePreparation(conversation: LazyConversation, prepareParts: () => void): void {
  useEffect(() => {
    const controller = new AbortController();
    function prepare() {
      controller.abort();
      conversation.prepare();
      prepareParts();
    }
    for (const sign of signs) {
      window.addEventListener(sign, prepare, { signal: controller.signal, passive: true });
    }
    return () => controller.abort();
  }, [conversation, prepareParts]);
}
