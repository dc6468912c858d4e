import { useEffect, useState } from 'react';
import { type AnswerDiff, diffAnswers } from '#components/diff/diff-answers.ts';
import type { DiffRequest } from '#components/diff/diff-worker.ts';

/** The difference of two answers, worked out beside the page; null while that is under way. */
export function useAnswerDiff(before: string, after: string): AnswerDiff | null {
  const [result, setResult] = useState<(DiffRequest & { diff: AnswerDiff }) | null>(null);
  useEffect(() => {
    const request: DiffRequest = { before, after };
    const worker = new Worker(new URL('./diff-worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<AnswerDiff>) =>
      setResult({ ...request, diff: data }),
    );
    // Where workers are forbidden the page does it itself, within a time nobody notices.
    worker.addEventListener('error', () => setResult({ ...request, diff: diffAnswers(before, after) }));
    worker.postMessage(request);
    return () => worker.terminate();
  }, [before, after]);
  return result?.before === before && result.after === after ? result.diff : null;
}
