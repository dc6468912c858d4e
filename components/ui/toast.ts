'use client';

import { useSyncExternalStore } from 'react';

export type ToastOptions = {
  title: string;
  description?: string;
  tone?: 'info' | 'good' | 'bad';
  action?: { label: string; run: () => void };
};

const listeners = new Set<() => void>();
let isWanted = false;

/** Says something in passing, from anywhere in the browser. The first one loads what shows them. */
export function showToast(options: ToastOptions): void {
  isWanted = true;
  for (const listener of listeners) listener();
  void import('#components/ui/toast-region.tsx').then(({ addToast }) => addToast(options));
}

/** Whether there has been any toast, so that the shell knows when to mount their region. */
export function useHasToasts(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => isWanted,
    () => false,
  );
}
