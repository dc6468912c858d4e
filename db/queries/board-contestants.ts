import { withDatabase } from '#db/client.ts';
import { endpoints } from '#db/schema/endpoints.ts';
import { findCard } from '#lib/catalog/cards.ts';
import type { Contestant } from '#lib/rating/board-answer.ts';
import type { BoardUnit } from '#lib/rating/board-units.ts';
import type { PairCount } from '#lib/rating/pair-counts.ts';

/** Who stands on the board: every endpoint under its name of now, alone or merged into its card. */
export type Contestants = {
  /** The contestant an endpoint plays for. */
  idOf: (endpointId: string) => string;
  describe: (id: string) => Contestant;
  /** Those that can be drawn now, and so belong on the board without any battle. */
  enabled: ReadonlySet<string>;
};

export async function listContestants(by: BoardUnit): Promise<Contestants> {
  const rows = await withDatabase((db) =>
    db
      .select({
        id: endpoints.id,
        name: endpoints.name,
        cardId: endpoints.cardId,
        enabled: endpoints.enabled,
      })
      .from(endpoints),
  );
  // An endpoint without a card stands for itself.
  const toId = (row: { id: string; cardId: string | null }) =>
    by === 'card' ? (row.cardId ?? row.id) : row.id;
  const ids = new Map(rows.map((row) => [row.id, toId(row)]));
  const known = new Map(
    rows.map((row) => {
      const id = toId(row);
      const card = row.cardId ? findCard(row.cardId) : null;
      const name = by === 'card' ? (card?.name ?? row.cardId ?? row.name) : row.name;
      return [id, { id, name, cardId: row.cardId }];
    }),
  );
  return {
    idOf: (endpointId) => ids.get(endpointId) ?? endpointId,
    describe: (id) => known.get(id) ?? { id, name: id, cardId: null },
    enabled: new Set(rows.filter((row) => row.enabled).map(toId)),
  };
}

export function countsOf(contestants: Contestants, counts: readonly PairCount[]): PairCount[] {
  return counts.map((count) => ({
    ...count,
    a: contestants.idOf(count.a),
    b: contestants.idOf(count.b),
  }));
}
