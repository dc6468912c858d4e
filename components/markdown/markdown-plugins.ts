import type { PluginConfig } from 'streamdown';
import { createCell } from '#lib/arena/turn-reader-store.ts';

/** What has arrived so far. The parts are big, so each is fetched when the first answer needs it. */
const none: PluginConfig = {};
const loaded = createCell(none);

function once(load: () => Promise<PluginConfig>): () => void {
  let isAsked = false;
  return () => {
    if (isAsked) return;
    isAsked = true;
    load().then(
      (part) => loaded.set({ ...loaded.get(), ...part }),
      () => {
        isAsked = false;
      },
    );
  };
}

const askForCode = once(async () => {
  const { createCodePlugin } = await import('@streamdown/code');
  return { code: createCodePlugin({ themes: ['github-light-default', 'github-dark-default'] }) };
});

const askForMath = once(async () => {
  const [{ createMathPlugin }] = await Promise.all([
    import('@streamdown/math'),
    import('katex/dist/katex.min.css'),
  ]);
  return { math: createMathPlugin({ errorColor: 'var(--soft)' }) };
});

const askForCjk = once(async () => {
  const { createCjkPlugin } = await import('@streamdown/cjk');
  return { cjk: createCjkPlugin() };
});

/** Fetches what this text needs beyond plain Markdown. */
export function askForPlugins(text: string): void {
  if (text.includes('```') || text.includes('~~~')) askForCode();
  if (text.includes('$$')) askForMath();
  if (/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u.test(text)) askForCjk();
}

export const markdownPlugins = {
  get: loaded.get,
  subscribe: loaded.subscribe,
  /** What the server rendered with: one answer may have fetched parts while the next is still being hydrated. */
  getOnServer: () => none,
};
