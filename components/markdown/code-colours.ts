import type { CodeHighlighterPlugin, HighlightResult } from 'streamdown';
import { type ColoursAsked, codeThemes } from '#components/markdown/code-colours-job.ts';

type ColoursGiven = { id: number; result: HighlightResult };
type Ask = (code: string, language: string, onColours: (result: HighlightResult) => void) => void;

/** Longer code keeps one colour: its thousands of spans would cost the page more than they show. */
const longest = 60_000;

function startWorker(): Ask {
  const worker = new Worker(new URL('./code-colours.worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, (result: HighlightResult) => void>();
  let lastId = 0;
  worker.addEventListener('message', ({ data }: MessageEvent<ColoursGiven>) => {
    waiting.get(data.id)?.(data.result);
    waiting.delete(data.id);
  });
  return (code, language, onColours) => {
    lastId += 1;
    waiting.set(lastId, onColours);
    worker.postMessage({ id: lastId, code, language } satisfies ColoursAsked);
  };
}

let ask: Ask | null = null;

/** Colours for code whose fence is closed, from a worker; until they come, and where none can start, it is plain. */
export const codeColours: CodeHighlighterPlugin = {
  name: 'shiki',
  type: 'code-highlighter',
  getSupportedLanguages: () => [],
  supportsLanguage: () => true,
  getThemes: () => codeThemes,
  highlight: ({ code, language, isIncomplete }, onColours) => {
    if (language === '' || isIncomplete || code.length > longest || !onColours) return null;
    ask ??= startWorker();
    ask(code, language, onColours);
    return null;
  },
};
