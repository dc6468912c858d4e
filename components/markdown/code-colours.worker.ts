import { createCodePlugin } from '@streamdown/code';
import { type ColoursAsked, codeThemes } from '#components/markdown/code-colours-job.ts';

/** Reads code in a thread of its own: grammars take a tenth of a second to prepare, long code as much to read. */
const plugin = createCodePlugin({ themes: codeThemes });

self.addEventListener('message', ({ data }: MessageEvent<ColoursAsked>) => {
  const answer = (result: unknown) => self.postMessage({ id: data.id, result });
  const options = { code: data.code, language: data.language, themes: codeThemes };
  const known = plugin.highlight(options as Parameters<typeof plugin.highlight>[0], answer);
  if (known) answer(known);
});
