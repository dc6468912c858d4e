import { useEffect, useSyncExternalStore } from 'react';
import type { PluginConfig } from 'streamdown';
import { codeColours } from '#components/markdown/code-colours.ts';
import { createCell } from '#lib/arena/turn-reader-store.ts';

type Part = 'math' | 'cjk';

/** The parts are big, so each is fetched when the first answer needs it. */
const loads: Record<Part, () => Promise<PluginConfig>> = {
  math: async () => {
    const [{ createMathPlugin }] = await Promise.all([
      import('@streamdown/math'),
      import('katex/dist/katex.min.css'),
    ]);
    return { math: createMathPlugin({ errorColor: 'var(--soft)' }) };
  },
  cjk: async () => {
    const { createCjkPlugin } = await import('@streamdown/cjk');
    return { cjk: createCjkPlugin() };
  },
};

const base: PluginConfig = { code: codeColours };
/** What has arrived, by what it is for; one object for each need, so that what needs nothing new is not drawn anew. */
const loaded = createCell<ReadonlyMap<string, PluginConfig>>(new Map());
const asked = new Set<Part>();

function askFor(part: Part): void {
  if (asked.has(part)) return;
  asked.add(part);
  loads[part]().then(
    (config) => {
      const next = new Map(loaded.get()).set(part, { ...base, ...config });
      const [math, cjk] = [next.get('math'), next.get('cjk')];
      if (math && cjk) next.set('math cjk', { ...math, ...cjk });
      loaded.set(next);
    },
    () => asked.delete(part),
  );
}

function needsOf(text: string): string {
  const isCjk = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u.test(text);
  return [...(text.includes('$$') ? ['math'] : []), ...(isCjk ? ['cjk'] : [])].join(' ');
}

/** What this text needs beyond plain Markdown, as far as it has arrived. */
export function useMarkdownPlugins(text: string): PluginConfig {
  const needs = needsOf(text);
  const read = () => {
    const known = loaded.get();
    const part = needs.split(' ').find((one) => known.has(one));
    return known.get(needs) ?? known.get(part ?? '') ?? base;
  };
  useEffect(() => {
    if (needs.includes('math')) askFor('math');
    if (needs.includes('cjk')) askFor('cjk');
  }, [needs]);
  // The server has none: one answer may have fetched parts while the next is still being hydrated.
  return useSyncExternalStore(loaded.subscribe, read, () => base);
}
