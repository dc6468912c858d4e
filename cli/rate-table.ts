import stringWidth from 'string-width';
import type { BoardRow, Leaderboard, NotRankableRow, RankedRow } from '#lib/rating/leaderboard.ts';

export type VoteTotals = {
  /** Summed weights of the votes. */
  votes: number;
  /** Rows that hold no vote between two models. */
  ignored: number;
  /** Rows left out because they cannot be read. */
  skipped: number;
};

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const oneDigit = new Intl.NumberFormat('en', {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
  useGrouping: false,
});

const reasons: Record<NotRankableRow['reason'], string> = {
  'no-battles': 'no vote about it counts under this tie policy',
  'no-wins': 'it never won or tied',
  'no-losses': 'it never lost or tied',
  'one-sided': 'all its games with the rated models went the same way',
  'not-connected': 'no chain of games links it with the rated models',
  'no-finite-fit': 'the votes fit perfectly, so its rating would be infinite',
};

type Column = { title: string; isText?: boolean; cell: (row: RankedRow) => string };

/** The board as a table for people; columns line up in terminals that draw CJK signs two cells wide. */
export function formatBoard(board: Leaderboard, { votes, ignored, skipped }: VoteTotals): string {
  const ranked = board.rows.filter((row): row is RankedRow => row.status === 'ranked');
  const others = board.rows.filter((row): row is NotRankableRow => row.status === 'not-rankable');
  const left = [
    ignored > 0 ? `, ${whole.format(ignored)} rows without a vote` : '',
    skipped > 0 ? `, ${whole.format(skipped)} bad rows left out` : '',
  ].join('');
  const { ties } = board.settings;
  return [
    ...(ranked.length > 0 ? layOut(ranked, columnsOf(board)) : ['No two models can be rated together.']),
    '',
    ...(others.length > 0 ? ['Not rankable:', ...others.map(formatOther), ''] : []),
    `${whole.format(votes)} votes, ${board.rows.length} models${left}`,
    `ties: ${ties}, intervals: ${board.method}, ${scaleOf(board)}`,
    ...board.extras.map(({ name, value }) => `${name}: ${value.toFixed(4)}`),
    `digest: ${board.digest}`,
    '',
  ].join('\n');
}

function columnsOf(board: Leaderboard): Column[] {
  const { confidence } = board.settings;
  const percent = `${Number((100 * confidence).toFixed(6))} %`;
  const intervals: Column[] = [
    { title: `${percent} interval`, cell: ({ lower, upper }) => `${digits(lower)} … ${digits(upper)}` },
    { title: 'Rank span', cell: ({ rankLower, rankUpper }) => span(rankLower, rankUpper) },
  ];
  const better: Column = { title: 'P(> next)', cell: ({ betterThanNext }) => share(betterThanNext) };
  return [
    { title: 'Rank', cell: ({ rank }) => String(rank) },
    { title: 'Model', isText: true, cell: ({ id }) => printable(id) },
    { title: 'Rating', cell: ({ rating }) => digits(rating) },
    ...(board.method === 'none' ? [] : intervals),
    { title: 'Wins', cell: ({ wins }) => whole.format(wins) },
    { title: 'Losses', cell: ({ losses }) => whole.format(losses) },
    { title: 'Ties', cell: ({ ties }) => whole.format(ties) },
    { title: 'Battles', cell: ({ battles }) => whole.format(battles) },
    ...(board.method === 'none' ? [] : [better]),
  ];
}

function layOut(rows: RankedRow[], columns: Column[]): string[] {
  const table = [
    columns.map(({ title }) => title),
    ...rows.map((row) => columns.map(({ cell }) => cell(row))),
  ];
  const widths = columns.map((_, index) => Math.max(...table.map((line) => stringWidth(line[index] ?? ''))));
  const lines = table.map((line) =>
    line
      .map((text, index) => {
        const padding = ' '.repeat((widths[index] ?? 0) - stringWidth(text));
        return columns[index]?.isText ? text + padding : padding + text;
      })
      .join('  ')
      .trimEnd(),
  );
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  return [lines[0] ?? '', rule, ...lines.slice(1)];
}

const formatOther = ({ id, reason, battles }: NotRankableRow) =>
  `  ${printable(id)}: ${reasons[reason]} (battles: ${whole.format(battles)})`;

function scaleOf({ settings: { anchor } }: Leaderboard): string {
  return anchor
    ? `${printable(anchor.model)} is set to ${anchor.rating}`
    : 'the mean of the rated models is 1000';
}

/** A model name comes from a file: no control signs reach the terminal. */
const printable = (text: BoardRow['id']) => text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '\ufffd');
const digits = (value: number | null) => (value === null ? '–' : oneDigit.format(value));
const share = (value: number | null) => (value === null ? '–' : value.toFixed(3));
const span = (low: number | null, high: number | null) => (low === high ? String(low) : `${low}–${high}`);
