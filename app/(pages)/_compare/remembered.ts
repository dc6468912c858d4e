'use client';

import { useSyncExternalStore } from 'react';
import { z } from 'zod';
import { layouts } from '#components/compare/layouts.ts';
import type { Setup } from '#components/compare/setup.ts';
import { paramsSchema } from '#lib/endpoints/schema.ts';

const rememberedSchema = z.object({
  setup: z
    .object({
      lanes: z.array(z.object({ endpointId: z.string(), params: paramsSchema, system: z.string() })).max(8),
      params: paramsSchema,
      system: z.string(),
    })
    .nullable(),
  layout: z.enum(layouts),
  isHistoryOpen: z.boolean(),
});

/** How this device last had the page. */
export type Remembered = Omit<z.infer<typeof rememberedSchema>, 'setup'> & { setup: Setup | null };

const name = 'baijia:compare';
const initial: Remembered = { setup: null, layout: 'columns', isHistoryOpen: true };
const listeners = new Set<() => void>();
let known: Remembered | null = null;

function read(): Remembered {
  try {
    const stored = rememberedSchema.safeParse(JSON.parse(window.localStorage.getItem(name) ?? 'null'));
    return stored.success ? stored.data : initial;
  } catch {
    return initial;
  }
}

export function getRemembered(): Remembered {
  known ??= read();
  return known;
}

export function remember(part: Partial<Remembered>): void {
  known = { ...getRemembered(), ...part };
  try {
    window.localStorage.setItem(name, JSON.stringify(known));
  } catch {
    // Without storage the page starts afresh next time.
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What this device remembers; the initial state while rendering on the server. */
export function useRemembered(): Remembered {
  return useSyncExternalStore(subscribe, getRemembered, () => initial);
}
