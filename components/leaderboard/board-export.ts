import type { Board } from '#lib/rating/board-answer.ts';

const columns = [
  'id',
  'name',
  'status',
  'reason',
  'rating',
  'lower',
  'upper',
  'rank',
  'rankLower',
  'rankUpper',
  'wins',
  'losses',
  'ties',
  'battles',
  'betterThanNext',
  'votesToNext',
] as const;

/**
 * The rows of the board as RFC 4180 CSV. Text that a spreadsheet would take for a formula gets an apostrophe in
 * front (OWASP, CSV injection); numbers stay numbers.
 */
export function boardCsv(board: Pick<Board, 'rows'>): string {
  const lines = board.rows.map((row) => {
    const fields = new Map<string, unknown>(Object.entries(row));
    return columns.map((column) => csvField(fields.get(column))).join(',');
  });
  return [columns.join(','), ...lines, ''].join('\r\n');
}

function csvField(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const text = String(value);
  const safe = /^[\s]*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
