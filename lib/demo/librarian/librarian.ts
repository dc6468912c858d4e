import { answerQuestions } from '#lib/demo/librarian/answer.ts';
import { type DemoProgram, userTexts } from '#lib/demo/program.ts';
import { splitPieces } from '#lib/demo/split-pieces.ts';

/** Answers questions about the catalog out of its cards, in the language of the question. */
export const librarian: DemoProgram = {
  id: 'librarian',
  reply: ({ messages }) => splitPieces(answerQuestions(userTexts(messages))),
};
