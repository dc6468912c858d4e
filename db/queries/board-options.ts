import type { Board } from '#lib/rating/board-answer.ts';

/** Languages and categories that ballots have, those with most ballots first. */
export async function listOptions(): Promise<Board['options']> {
  return { languages: [], categories: [] };
}
