'use client';

import type { ReactNode } from 'react';
import { createRegistry } from '#components/shell/registry.ts';

export type PaletteCommand = {
  id: string;
  label: string;
  icon?: ReactNode;
  /** A quieter word to the right: a date, a key. */
  hint?: string;
  /** Further words it can be found by. */
  keywords?: readonly string[];
  run: () => void;
};

export type PaletteSource = {
  id: string;
  /** Heading of the group. */
  group: string;
  /** Asked whenever the palette opens or its text changes; it may filter by itself, the palette filters again. */
  load: (
    query: string,
    signal: AbortSignal,
  ) => Promise<readonly PaletteCommand[]> | readonly PaletteCommand[];
};

const registry = createRegistry<PaletteSource>();

/** Offers commands in the palette while the component is mounted. Memoize the array. */
export const usePaletteSources = registry.useOffer;
export const useOfferedPaletteSources = registry.useAll;
