import { withDatabase } from '#db/client.ts';
import { endpoints } from '#db/schema/endpoints.ts';
import { findCard } from '#lib/catalog/cards.ts';
import type { Contestant } from '#lib/rating/board-answer.ts';
import type { BoardUnit } from '#lib/rating/board-units.ts';

/** Names of now for ids of any time. */
export type Contestants = {
  describe: (id: string) => Contestant;
  /** Those that can be asked now, and so belong on the board without any battle. */
  enabled: ReadonlySet<string>;
};

export async function listContestants(by: BoardUnit): Promise<Contestants> {
  const { id, name, cardId, enabled } = endpoints;
  const rows = await withDatabase((db) => db.select({ id, name, cardId, enabled }).from(endpoints));
  const known = new Map(rows.map((row) => [row.id, { id: row.id, name: row.name, cardId: row.cardId }]));
  const describe = (wanted: string): Contestant => {
    const card = by === 'card' ? findCard(wanted) : null;
    if (card) return { id: wanted, name: card.name, cardId: wanted };
    return known.get(wanted) ?? { id: wanted, name: wanted, cardId: null };
  };
  const idOf = (row: { id: string; cardId: string | null }) =>
    by === 'card' ? (row.cardId ?? row.id) : row.id;
  return { describe, enabled: new Set(rows.filter((row) => row.enabled).map(idOf)) };
}
