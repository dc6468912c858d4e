import { type SQL, sql } from 'drizzle-orm';
import { inTransaction, type Transaction } from '#db/client.ts';
import { rebuildPairCounts } from '#db/queries/pair-counts.ts';
import { endpoints } from '#db/schema/endpoints.ts';
import { raters } from '#db/schema/raters.ts';

export type Seed = {
  ballots: number;
  endpoints: number;
  raters?: number;
  /** Ballots are spread evenly over so many days up to `until`. */
  days?: number;
  until?: Date;
  /** False leaves the turns answered but not judged. */
  isJudged?: boolean;
};

/** The k-th of a row's eight numbers in [0, 1), the same in every run. */
const share = (k: number): SQL =>
  sql`(('x' || substr(hash, ${sql.raw(String(8 * k + 1))}, 8))::bit(32)::bigint / 4294967296.0)`;
const seedId = (table: number): SQL =>
  sql`('00000000-0000-7000-800${sql.raw(String(table))}-' || lpad(to_hex(i), 12, '0'))::uuid`;
const laneId = (table: number, lane: SQL): SQL =>
  sql`('00000000-0000-7000-800${sql.raw(String(table))}-' || ${lane} || lpad(to_hex(i), 11, '0'))::uuid`;

export const seededEndpoint = (index: number) => `seed-${String(index + 1).padStart(2, '0')}`;
/** Strength in natural log-odds: each endpoint 0.1 above the one before, 0 on average. */
export const seededStrength = (index: number, count: number) => 0.1 * (index - (count - 1) / 2);

/** Ids of the turn with this number, from 1 on. */
export function seededTurn(number: number): { turnId: string; laneIds: [first: string, second: string] } {
  const hex = number.toString(16);
  const lane = (index: number) => `00000000-0000-7000-8003-${index}${hex.padStart(11, '0')}`;
  return { turnId: `00000000-0000-7000-8002-${hex.padStart(12, '0')}`, laneIds: [lane(0), lane(1)] };
}

/**
 * Writes judged two-lane turns straight into the tables, as the API would have left them: winners by strength, a tenth
 * ties, a twentieth all bad, half of the comparisons blind; then counts the pairs.
 */
export async function seedBallots(seed: Seed): Promise<void> {
  const {
    ballots,
    endpoints: endpointCount,
    raters: raterCount = 1,
    days = 30,
    until = new Date(),
    isJudged = true,
  } = seed;
  await inTransaction(async (tx) => {
    await tx.execute(sql`set local statement_timeout = 0`);
    await tx.execute(sql`set local synchronous_commit = off`);
    await addContestants(tx, endpointCount, raterCount);
    await tx.execute(sql`create temporary table seed on commit drop as
      with drawn as (
        select i, floor(${share(1)} * ${endpointCount}::int)::int as f,
          floor(${share(2)} * (${endpointCount}::int - 1))::int as step, ${share(3)} as luck, ${share(4)} as kind,
          ${share(5)} as language, 1 + floor(${share(6)} * ${raterCount}::int)::int as rater,
          ${share(7)} < 0.5 as blind
        from (select i, encode(sha256(i::text::bytea), 'hex') as hash from generate_series(1, ${ballots}::bigint) i) as rows
      ), placed as (select *, (f + 1 + step) % ${endpointCount}::int as s from drawn)
      select i, f, s, blind,
        case when rater = 1 then 'local' else 'seed-rater-' || rater end as rater,
        'seed-' || lpad((f + 1)::text, 2, '0') as first_id, 'seed-' || lpad((s + 1)::text, 2, '0') as second_id,
        date_trunc('milliseconds', ${until.toISOString()}::timestamptz
          - make_interval(days => ${days}::int) * ((${ballots}::bigint - i)::float8 / ${ballots}::bigint)) as at,
        case when language < 0.3 then 'zh' else 'en' end as language,
        case when kind < 0.1 then 'tie' when kind < 0.15 then 'all-bad'
          when luck < 1 / (1 + exp(0.1 * (s - f))) then 'first' else 'second' end as verdict,
        case when language < 0.3 then '请解释第' || i || '个问题' else 'Please explain question ' || i end as prompt
      from placed`);
    for (const statement of turnStatements) await tx.execute(statement);
    if (!isJudged) return;
    for (const statement of ballotStatements) await tx.execute(statement);
    await rebuildPairCounts(tx);
  });
}

async function addContestants(tx: Transaction, endpointCount: number, raterCount: number): Promise<void> {
  const rows = Array.from({ length: endpointCount }, (_, index) => ({
    id: seededEndpoint(index),
    name: `Model ${index + 1}`,
    protocol: 'chat',
    baseUrl: 'http://127.0.0.1:9/v1',
    model: `model-${index + 1}`,
    source: 'user',
  }));
  await tx.insert(endpoints).values(rows);
  const names = Array.from({ length: raterCount }, (_, index) => ({
    id: index === 0 ? 'local' : `seed-rater-${index + 1}`,
  }));
  await tx.insert(raters).values(names).onConflictDoNothing();
}

/** Both lanes of every turn: the first shown is lane 0. */
const laneRows = sql`(
  select i, 0 as lane, first_id as endpoint_id, verdict = 'first' as won, verdict, at from seed
  union all select i, 1, second_id, verdict = 'second', verdict, at from seed) as lane_rows`;
const lane = sql`lane::text`;

const turnStatements: SQL[] = [
  sql`insert into comparisons (id, rater_id, mode, title, created_at, updated_at)
    select ${seedId(1)}, rater, case when blind then 'blind' else 'open' end, prompt, at, at from seed`,
  sql`insert into turns (id, comparison_id, index, prompt, status, language, categories, prompt_hash, created_at)
    select ${seedId(2)}, ${seedId(1)}, 0, prompt, 'complete',
      language, case when language = 'zh' then array['chinese'] else '{}' end || case when i % 4 = 0 then array['code'] else '{}' end,
      'hash-' || i, at from seed`,
  sql`create temporary table snapshots on commit drop as
    select id as endpoint_id, jsonb_build_object('id', id, 'name', name, 'protocol', protocol, 'baseUrl', base_url,
      'model', model, 'cardId', card_id, 'price', null) as snapshot from endpoints`,
  sql`insert into lanes (id, comparison_id, position, endpoint_id, endpoint_snapshot)
    select ${laneId(3, lane)}, ${seedId(1)}, lane, endpoint_id, snapshot from ${laneRows} join snapshots using (endpoint_id)`,
  sql`insert into responses (id, turn_id, lane_id, status, text, finish_reason, upstream_attempts, endpoint_snapshot,
      created_at, updated_at)
    select ${laneId(4, lane)}, ${seedId(2)}, ${laneId(3, lane)}, 'complete',
      'Answer ' || i || case when i % 3 = lane then repeat(' and so on', 5) else '' end, 'stop', 1, snapshot, at, at
    from ${laneRows} join snapshots using (endpoint_id)`,
];

const ballotStatements: SQL[] = [
  sql`insert into ballots (id, turn_id, rater_id, ranking, all_bad, ratings, mode, outcome, has_comment, created_at,
      updated_at)
    select ${seedId(5)}, ${seedId(2)}, rater,
      case verdict when 'all-bad' then '[]'::jsonb
        when 'tie' then jsonb_build_array(jsonb_build_array(${laneId(3, sql`'0'`)}, ${laneId(3, sql`'1'`)}))
        when 'first' then jsonb_build_array(jsonb_build_array(${laneId(3, sql`'0'`)}), jsonb_build_array(${laneId(3, sql`'1'`)}))
        else jsonb_build_array(jsonb_build_array(${laneId(3, sql`'1'`)}), jsonb_build_array(${laneId(3, sql`'0'`)})) end,
      verdict = 'all-bad', '{}', case when blind then 'blind' else 'open' end,
      case verdict when 'all-bad' then 'all-bad' when 'tie' then 'tie' else 'win' end, false, at, at from seed`,
  sql`insert into ballot_lanes (ballot_id, lane_id, response_id, position, endpoint_id, rank, is_winner, style_tokens,
      style_headers, style_lists, style_bold)
    select ${seedId(5)}, ${laneId(3, lane)}, ${laneId(4, lane)}, lane, endpoint_id,
      case verdict when 'all-bad' then null when 'tie' then 1 else case when won then 1 else 2 end end, won,
      case when i % 3 = lane then 17 else 2 end, 0, (i + lane) % 5, 0
    from ${laneRows}`,
];
