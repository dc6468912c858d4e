import { fitStoredBoard } from '#db/queries/board.ts';
import type { RaterId } from '#lib/rater.ts';
import type { BoardMatrix } from '#lib/rating/board-answer.ts';
import type { BoardQuery } from '#lib/rating/board-schema.ts';
import { probabilityBetter } from '#lib/rating/difference.ts';
import type { Leaderboard } from '#lib/rating/leaderboard.ts';
import { mergePairCounts, type PairCount } from '#lib/rating/pair-counts.ts';

export async function getBoardMatrix(raterId: RaterId, query: BoardQuery): Promise<BoardMatrix> {
  const { contestants, counts, board } = await fitStoredBoard(raterId, query);
  const ids = board.rows.map(({ id }) => id);
  const tables = tally(ids, counts);
  return {
    contestants: ids.map(contestants.describe),
    ...tables,
    shares: tables.battles.map((row, i) =>
      row.map((battles, j) => {
        const [won, lost] = [tables.wins[i]?.[j] ?? 0, tables.wins[j]?.[i] ?? 0];
        return battles === 0 ? null : (won + (battles - won - lost) / 2) / battles;
      }),
    ),
    better: betterOf(ids, board),
    digest: board.digest,
  };
}

function tally(ids: readonly string[], counts: readonly PairCount[]) {
  const places = new Map(ids.map((id, place) => [id, place]));
  const battles = ids.map(() => ids.map(() => 0));
  const wins = ids.map(() => ids.map(() => 0));
  const add = (table: number[][], one: string, other: string, weight: number) => {
    const row = table[places.get(one) ?? -1];
    const column = places.get(other) ?? -1;
    if (row) row[column] = (row[column] ?? 0) + weight;
  };
  const withoutRaters = counts.map(({ rater: _, ...count }) => count);
  for (const { a, b, winsA, winsB, ties, bothBad } of mergePairCounts(withoutRaters)) {
    const all = winsA + winsB + ties + bothBad;
    add(battles, a, b, all);
    add(battles, b, a, all);
    add(wins, a, b, winsA);
    add(wins, b, a, winsB);
  }
  return { battles, wins };
}

function betterOf(ids: readonly string[], { strengths, method }: Leaderboard): (number | null)[][] {
  const places = ids.map((id) => strengths?.models.indexOf(id) ?? -1);
  return places.map((one) =>
    places.map((other) =>
      strengths === null || method === 'none' || one === other || one < 0 || other < 0
        ? null
        : probabilityBetter(strengths, one, other),
    ),
  );
}
