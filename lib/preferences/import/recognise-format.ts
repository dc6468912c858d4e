import type { ImportFormatName } from '#lib/preferences/import/format-names.ts';

type Row = Readonly<Record<string, unknown>>;

/** What only rows of this format have, the plainest sign first. */
const signs: readonly [format: ImportFormatName, isRow: (row: Row) => boolean][] = [
  ['baijia', (row) => row.format === 'baijia-1'],
  ['open-webui', (row) => has(row, 'snapshot', 'data', 'meta')],
  ['fastchat-log', (row) => has(row, 'tstamp', 'type') && (has(row, 'states') || has(row, 'state'))],
  ['arena-55k', (row) => has(row, 'response_a', 'response_b', 'winner_model_a')],
  ['arena-140k', (row) => has(row, 'conversation_a', 'id') && !has(row, 'question_id')],
  ['arena-33k', (row) => has(row, 'conversation_a', 'question_id', 'tstamp')],
  ['mt-bench', (row) => has(row, 'conversation_a', 'question_id', 'turn')],
];

const has = (row: Row, ...fields: string[]) => fields.every((field) => Object.hasOwn(row, field));

/** The format of the first row that shows one, by the names of its fields. */
export function recogniseFormat(rows: readonly Row[]): ImportFormatName | null {
  for (const row of rows) {
    const found = signs.find(([, isRow]) => isRow(row));
    if (found) return found[0];
  }
  return null;
}
