import type { Card } from '#lib/catalog/schema.ts';

type Discrepancy = Card['discrepancies'][number];

/** Where the source document differs from what was verified; the demo programs are in no document. */
export function listErrata(card: Card): Discrepancy[] {
  return card.discrepancies.filter(({ about }) => about.length > 0);
}

/** Where another source differs, or a demo program from the one in history. */
export function listOtherDifferences(card: Card): Discrepancy[] {
  return card.discrepancies.filter(({ about }) => about.length === 0);
}
