import history from '#lib/catalog/arena-history.json' with { type: 'json' };
import { type ArenaEntry, arenaHistorySchema } from '#lib/catalog/arena-history-schema.ts';
import type { Card } from '#lib/catalog/schema.ts';

export const arenaHistory = arenaHistorySchema.parse(history);

const rowsByName = new Map(arenaHistory.rows.map((row) => [row.name, row]));

/** How the card's models did in the arena, in the order of the card; empty where they took no part. */
export function listArenaEntries(card: Card): ArenaEntry[] {
  return (card.arenaNames ?? []).flatMap(({ name, note = null }) => {
    const row = rowsByName.get(name);
    return row ? [{ ...row, note }] : [];
  });
}
