import type { Card } from '#lib/catalog/schema.ts';

const makers = [
  'OpenAI',
  'Google',
  'DeepMind',
  'Meta',
  'BigScience',
  'Tsinghua',
  'Baidu',
  'Microsoft',
  'AI21',
  'Stanford',
];
export const otherMakers = 'others';

/** The house a card belongs to on the timeline; single persons and small groups stand together. */
export function makerOf(card: Card): string {
  const [first = ''] = card.verified.organisation.value;
  return makers.find((maker) => first.startsWith(maker)) ?? otherMakers;
}

/** Start and end of the period a date names, as milliseconds: a day, a month or a year. */
export function periodOf(date: string): { start: number; end: number } {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const start = Date.UTC(year, month - 1, day);
  if (date.length === 4) return { start, end: Date.UTC(year + 1, 0, 1) };
  if (date.length === 7) return { start, end: Date.UTC(year, month, 1) };
  return { start, end: start };
}

export type TimelineItem = { card: Card; x: number; xEnd: number; row: number };
export type TimelineGroup = { name: string; firstRow: number; rows: number; items: TimelineItem[] };
export type Timeline = { groups: TimelineGroup[]; rows: number; undated: Card[] };

type Options = {
  group: (card: Card) => string;
  x: (time: number) => number;
  /** In the units of `x`. */
  labelWidth: (card: Card) => number;
};

/**
 * Groups in the order of their first release, those without a house of their own last; within a group as many rows as
 * its labels need not to overlap.
 */
export function layOutTimeline(cards: readonly Card[], { group, x, labelWidth }: Options): Timeline {
  const dated = cards.filter(({ verified }) => verified.releaseDate.value !== null);
  let firstRow = 0;
  const byName = [...Map.groupBy(dated, group)];
  const named = byName.filter(([name]) => name !== otherMakers);
  const groups = [...named, ...byName.filter(([name]) => name === otherMakers)].map(([name, members]) => {
    const ends: number[] = [];
    const items = members.map((card) => {
      const { start, end } = periodOf(card.verified.releaseDate.value ?? '');
      const left = x(start);
      const row = ends.findIndex((taken) => taken < left - 8);
      const own = row < 0 ? ends.length : row;
      ends[own] = Math.max(left + labelWidth(card), x(end));
      return { card, x: left, xEnd: x(end), row: own };
    });
    const placed = { name, firstRow, rows: ends.length, items };
    firstRow += ends.length;
    return placed;
  });
  return { groups, rows: firstRow, undated: cards.filter((card) => !dated.includes(card)) };
}
