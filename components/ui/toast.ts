'use client';

import { useSyncExternalStore } from 'react';

export type ToastOptions = {
  title: string;
  description?: string;
  tone?: 'info' | 'good' | 'bad';
  action?: { label: string; run: () => void };
};

const listeners = new Set<() => void>();
let waiting: ToastOptions[] = [];
let hasToasts = false;

/** Says something in passing, from anywhere in the browser. */
export function showToast(options: ToastOptions): void {
  waiting.push(options);
  hasToasts = true;
  for (const listener of listeners) listener();
}

/** Toasts said since the last call. */
export function takeToasts(): readonly ToastOptions[] {
  const taken = waiting;
  waiting = [];
  return taken;
}

export function subscribeToToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether there has been any toast: until then the page need not load what shows them. */
export function useHasToasts(): boolean {
  return useSyncExternalStore(
    subscribeToToasts,
    () => hasToasts,
    () => false,
  );
}
