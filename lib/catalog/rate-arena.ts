import type { ArenaHistory } from '#lib/catalog/arena-history-schema.ts';
import { leaderboard } from '#lib/rating/leaderboard.ts';
import type { PairCount } from '#lib/rating/pair-counts.ts';

/** Reads model_a, model_b, wins_a, wins_b, ties, both_bad; no name of the file holds a comma. */
function readCounts(csv: string): PairCount[] {
  const [, ...lines] = csv.trim().split('\n');
  return lines.map((line) => {
    const [a = '', b = '', ...numbers] = line.trim().split(',');
    const [winsA = 0, winsB = 0, ties = 0, bothBad = 0] = numbers.map(Number);
    return { a, b, winsA, winsB, ties, bothBad };
  });
}

/** The catalog's arena history from a file of counts: all models are rated together, those of `names` are kept. */
export function rateArena(csv: string, names: ReadonlySet<string>): ArenaHistory {
  const counts = readCounts(csv);
  const board = leaderboard({ counts }, { ties: 'half', interval: 'sandwich', confidence: 0.95 });
  const whole = (value: number | null) => Math.round(value ?? Number.NaN);
  return {
    source: 'Chatbot Arena votes up to 2024-08-14, as counts per pair (bench/data/chatbot-arena-2024-08.csv)',
    method: 'Bradley-Terry, ties count half, 95 % sandwich intervals, mean of all models 1000',
    until: '2024-08-14',
    models: board.rows.length,
    votes: counts.reduce((sum, row) => sum + row.winsA + row.winsB + row.ties + row.bothBad, 0),
    rows: board.rows
      .filter(({ id }) => names.has(id))
      .map((row) => ({
        name: row.id,
        rating: whole(row.rating),
        lower: whole(row.lower),
        upper: whole(row.upper),
        rankLower: whole(row.rankLower),
        rankUpper: whole(row.rankUpper),
        wins: row.wins,
        losses: row.losses,
        ties: row.ties,
        battles: row.battles,
      })),
  };
}
