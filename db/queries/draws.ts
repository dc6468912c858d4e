import { randomInt } from 'node:crypto';
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Transaction } from '#db/client.ts';
import type { EndpointRow } from '#db/queries/endpoint-rows.ts';
import { endpoints } from '#db/schema/endpoints.ts';
import { battleSchema } from '#lib/endpoints/schema.ts';
import type { PairCount } from '#lib/rating/pair-counts.ts';
import { type PairWeight, pairWeights } from '#lib/rating/pair-sampling.ts';
import type { Random } from '#lib/rating/random.ts';

/** Nobody can foresee or repeat a draw. */
export const chance: Random = () => randomInt(2 ** 47) / 2 ** 47;

/** An endpoint whose last answer within this time failed is not drawn. */
const restMs = 2 * 60_000;

export type Drawable = { rows: EndpointRow[]; weights: PairWeight[] };

/**
 * The endpoints that battles may draw now, in no telling order, and how likely each two of them meet.
 * @param among restricts the draw to these ids; null for all. `without`: ids that must not be drawn.
 * @param least where fewer than this many are left, those that failed of late are asked again.
 */
export async function listDrawable(
  tx: Transaction,
  {
    among,
    without = [],
    least,
  }: { among: readonly string[] | null; without?: readonly string[]; least: number },
): Promise<Drawable> {
  const enabled = await tx
    .select()
    .from(endpoints)
    .where(and(eq(endpoints.enabled, true), among === null ? undefined : inArray(endpoints.id, [...among])))
    .orderBy(asc(endpoints.id));
  const isWanted = (row: EndpointRow) =>
    battleSchema.parse(row.battle).weight > 0 && !without.includes(row.id);
  const wanted = enabled.filter(isWanted);
  const resting = await listResting(tx);
  const rested = wanted.filter((row) => !resting.has(row.id));
  const rows = rested.length >= least ? rested : wanted;
  return { rows, weights: weigh(rows, await listVotes(tx)) };
}

function weigh(rows: readonly EndpointRow[], votes: readonly PairCount[]): PairWeight[] {
  const settings = new Map(rows.map((row) => [row.id, battleSchema.parse(row.battle)]));
  const modelWeights = Object.fromEntries([...settings].map(([id, { weight }]) => [id, weight]));
  const weights = pairWeights([...settings.keys()], votes, { modelWeights });
  const isPinned = (id: string) => settings.get(id)?.isPinned === true;
  const pinned = weights.filter(({ a, b }) => isPinned(a) || isPinned(b));
  return pinned.length > 0 ? pinned : weights;
}

/** All votes that count, whoever gave them. */
async function listVotes(tx: Transaction): Promise<PairCount[]> {
  const rows = await tx.execute(sql`
    select endpoint_a as a, endpoint_b as b, sum(wins_a * 2.0 / lane_count)::float8 as "winsA",
      sum(wins_b * 2.0 / lane_count)::float8 as "winsB", sum(ties * 2.0 / lane_count)::float8 as ties,
      sum(both_bad * 2.0 / lane_count)::float8 as "bothBad"
    from pair_counts where facet = 'all' and value = '' group by endpoint_a, endpoint_b`);
  return rows.map((row) => voteSchema.parse(row));
}

const voteSchema = z.object({
  a: z.string(),
  b: z.string(),
  winsA: z.number(),
  winsB: z.number(),
  ties: z.number(),
  bothBad: z.number(),
});

/** Endpoints whose last answer failed a moment ago. Ids of responses grow with time, so the primary key finds them. */
async function listResting(tx: Transaction): Promise<ReadonlySet<string>> {
  const since = (Date.now() - restMs).toString(16).padStart(12, '0').padEnd(32, '0');
  const rows = await tx.execute(sql`
    select id from (
      select distinct on (endpoint_snapshot->>'id') endpoint_snapshot->>'id' as id, status from responses
      where responses.id >= ${since}::uuid and status in ('complete', 'failed')
      order by endpoint_snapshot->>'id', responses.id desc
    ) as latest where status = 'failed'`);
  return new Set(rows.map((row) => z.object({ id: z.string() }).parse(row).id));
}
