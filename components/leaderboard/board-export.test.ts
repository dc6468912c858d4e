import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { boardCsv } from '#components/leaderboard/board-export.ts';
import type { Board } from '#lib/rating/board-answer.ts';

const row = (name: string): Board['rows'][number] => ({
  id: 'a',
  name,
  cardId: null,
  status: 'ranked',
  rating: -12.5,
  lower: null,
  upper: 3,
  rank: 1,
  rankLower: 1,
  rankUpper: 2,
  betterThanNext: null,
  votesToNext: null,
  wins: 1,
  losses: 2,
  ties: 3,
  battles: 6,
});

test('what a spreadsheet would run is text, what is a number stays one', () => {
  const names = [
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    ' =1',
    '\r=1',
    'GPT "4", 中文',
    'plain\nname',
    "it's",
  ];
  const rows: Record<string, string>[] = parse(boardCsv({ rows: names.map(row) }), {
    columns: true,
    record_delimiter: '\r\n',
  });
  const guarded = names.map((name, index) => (index < 7 ? `'${name}` : name));
  expect(rows.map((found) => found.name)).toEqual(guarded);
  expect(rows[0]).toMatchObject({ rating: '-12.5', lower: '', upper: '3', rankUpper: '2', reason: '' });
});
