import { diffAnswers } from '#components/diff/diff-answers.ts';

/** Two answers in, their AnswerDiff out; here the comparison may take its time without holding up the page. */
export type DiffRequest = { before: string; after: string };

const budgetMs = 3000;

addEventListener('message', ({ data }: MessageEvent<DiffRequest>) => {
  postMessage(diffAnswers(data.before, data.after, budgetMs));
});
