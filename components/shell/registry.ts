'use client';

import { useEffect, useSyncExternalStore } from 'react';

export type Registry<Item> = {
  /** Offers items while the calling component is mounted. Keep the array stable between renders. */
  useOffer: (items: readonly Item[]) => void;
  /** Everything on offer, oldest first. */
  useAll: () => readonly Item[];
  all: () => readonly Item[];
};

/** What pages offer to the shell (shortcuts, palette entries), without the shell knowing the pages. */
export function createRegistry<Item>(): Registry<Item> {
  const offers = new Map<symbol, readonly Item[]>();
  const listeners = new Set<() => void>();
  const none: readonly Item[] = [];
  let flat = none;

  function change(): void {
    flat = [...offers.values()].flat();
    for (const listener of listeners) listener();
  }

  function subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  function useOffer(items: readonly Item[]): void {
    useEffect(() => {
      const key = Symbol('offer');
      offers.set(key, items);
      change();
      return () => {
        offers.delete(key);
        change();
      };
    }, [items]);
  }

  function useAll(): readonly Item[] {
    return useSyncExternalStore(
      subscribe,
      () => flat,
      () => none,
    );
  }

  return { useOffer, useAll, all: () => flat };
}
