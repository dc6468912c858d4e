import { type SQL, sql } from 'drizzle-orm';
import { answerVariants } from '#db/testing/seed-pool.ts';

/** The k-th of a row's fifteen numbers in [0, 1), the same in every run. */
const share = (k: number): SQL =>
  sql`(('x' || substr(${sql.raw(k < 8 ? 'hash' : 'more')}, ${sql.raw(String(8 * (k % 8) + 1))}, 8))::bit(32)::bigint / 4294967296.0)`;
const pick = (k: number, from: SQL): SQL => sql`floor(${share(k)} * ${from})::int`;
const seedId = (table: number): SQL =>
  sql`('00000000-0000-7000-800${sql.raw(String(table))}-' || lpad(to_hex(i), 12, '0'))::uuid`;
const laneId = (table: number, lane: SQL): SQL =>
  sql`('00000000-0000-7000-800${sql.raw(String(table))}-' || ${lane} || lpad(to_hex(i), 11, '0'))::uuid`;

const variants = sql.raw(String(answerVariants));

export type SeedDraw = {
  endpoints: number;
  raters: number;
  prompts: number;
  comments: number;
  days: number;
  until: Date;
  total: number;
};

/** What is drawn for turns `from` to `to`; the other statements read it. */
export function drawTurns(draw: SeedDraw, { from, to }: { from: number; to: number }): SQL {
  const { endpoints, raters, prompts, comments, days, until, total } = draw;
  return sql`insert into seed
    with drawn as (
      select i, ${pick(0, sql`${prompts}::int`)} as prompt, ${pick(1, sql`${endpoints}::int`)} as f,
        ${pick(2, sql`(${endpoints}::int - 1)`)} as step, ${share(3)} as luck, ${share(4)} as kind,
        1 + ${pick(6, sql`${raters}::int`)} as rater, ${share(7)} < 0.5 as blind,
        ${pick(8, variants)} as variant, ${pick(9, sql`(${variants} - 1)`)} as other, ${share(10)} as strong,
        ${share(11)} as rated, ${share(12)} as commented, ${pick(13, sql`${comments}::int`)} as comment,
        ${share(14)} as pace
      from (select i, encode(sha256(i::text::bytea), 'hex') as hash, encode(sha256(('more ' || i)::bytea), 'hex') as more
        from generate_series(${from}::bigint, ${to}::bigint) i) as rows
    ), placed as (select *, (f + 1 + step) % ${endpoints}::int as s from drawn)
    select i, prompt, blind, case when rater = 1 then 'local' else 'seed-rater-' || rater end,
      'seed-' || lpad((f + 1)::text, 2, '0'), 'seed-' || lpad((s + 1)::text, 2, '0'), variant,
      (variant + 1 + other) % ${variants},
      date_trunc('milliseconds', ${until.toISOString()}::timestamptz
        - make_interval(days => ${days}::int) * ((${total}::bigint - i)::float8 / ${total}::bigint)),
      case when kind < 0.1 then 'tie' when kind < 0.15 then 'all-bad'
        when luck < 1 / (1 + exp(0.1 * (s - f))) then 'first' else 'second' end,
      case when kind >= 0.15 and strong < 0.6 then 1 + floor(strong * 5)::int end,
      case when rated < 0.15 then rated * 20 / 3 end, case when commented < 0.04 then comment end,
      round(2000 + 60000 * pace * pace)::int
    from placed order by i`;
}

export const batchTable = sql`create temporary table seed (i bigint, prompt int, blind boolean, rater text,
  first_id text, second_id text, first_answer int, second_answer int, at timestamptz, verdict text, strength int,
  rated float8, comment int, duration_ms int) on commit drop`;

/** Read by all batches; they are gone when seeding is over. */
export const poolTables: readonly SQL[] = [
  sql`create unlogged table seed_prompts (number int primary key, prompt text, language text, categories text[],
    prompt_hash text)`,
  sql`create unlogged table seed_answers (prompt int, variant int, answer text, tokens int, headers int, lists int,
    bold int, primary key (prompt, variant))`,
  sql`create unlogged table seed_comments (number int primary key, comment text)`,
];
export const poolTableNames = ['seed_prompts', 'seed_answers', 'seed_comments', 'seed_snapshots'];

/** Both lanes of every turn, lane 0 shown first. */
const laneRows = sql`(select seed.i, side.lane, seed.prompt, seed.verdict, seed.at, seed.duration_ms,
    case side.lane when 0 then first_id else second_id end as endpoint_id,
    case side.lane when 0 then first_answer else second_answer end as variant,
    verdict = case side.lane when 0 then 'first' else 'second' end as won
  from seed cross join (values (0), (1)) as side(lane)) as lane_rows`;
const lane = sql`lane::text`;

export const turnStatements: readonly SQL[] = [
  sql`insert into comparisons (id, rater_id, mode, title, created_at, updated_at)
    select ${seedId(1)}, rater, case when blind then 'blind' else 'open' end, left(seed_prompts.prompt, 80), at, at
    from seed join seed_prompts on number = seed.prompt order by i`,
  sql`insert into turns (id, comparison_id, index, prompt, status, language, categories, prompt_hash, created_at)
    select ${seedId(2)}, ${seedId(1)}, 0, seed_prompts.prompt, 'complete', language, categories, prompt_hash, at
    from seed join seed_prompts on number = seed.prompt order by i`,
  sql`insert into lanes (id, comparison_id, position, endpoint_id, endpoint_snapshot)
    select ${laneId(3, lane)}, ${seedId(1)}, lane, endpoint_id, snapshot
    from ${laneRows} join seed_snapshots using (endpoint_id) order by i, lane`,
  sql`insert into responses (id, turn_id, lane_id, status, text, finish_reason, upstream_attempts, usage, timing,
      endpoint_snapshot, created_at, updated_at)
    select ${laneId(4, lane)}, ${seedId(2)}, ${laneId(3, lane)}, 'complete', answer, 'stop', 1,
      jsonb_build_object('inputTokens', 20, 'outputTokens', tokens, 'reasoningTokens', 0, 'estimated', false),
      jsonb_build_object('timeToFirstTextMs', 100 + duration_ms % 700, 'durationMs', 300 + 12 * tokens + duration_ms % 700,
        'tokensPerSecond', 60 + duration_ms % 40), snapshot, at, at
    from ${laneRows} join seed_snapshots using (endpoint_id) join seed_answers using (prompt, variant) order by i, lane`,
];

const lane0 = laneId(3, sql`'0'`);
const lane1 = laneId(3, sql`'1'`);
/** The better answer gets the thumb up and the better marks. */
const rated = sql`case when rated is null then '{}'::jsonb else jsonb_build_object(
    ${lane0}, jsonb_build_object('overall', case verdict when 'first' then 5 + (rated > 0.5)::int when 'all-bad' then 2 else 3 end,
      'thumb', case when verdict in ('first', 'tie') then 'up' else 'down' end),
    ${lane1}, jsonb_build_object('overall', case verdict when 'second' then 5 + (rated > 0.5)::int when 'all-bad' then 2 else 3 end,
      'thumb', case when verdict in ('second', 'tie') then 'up' else 'down' end)) end`;

export const ballotStatements: readonly SQL[] = [
  sql`insert into ballots (id, turn_id, rater_id, ranking, all_bad, strength, ratings, comment, duration_ms, mode,
      outcome, has_comment, created_at, updated_at)
    select ${seedId(5)}, ${seedId(2)}, rater,
      case verdict when 'all-bad' then '[]'::jsonb
        when 'tie' then jsonb_build_array(jsonb_build_array(${lane0}, ${lane1}))
        when 'first' then jsonb_build_array(jsonb_build_array(${lane0}), jsonb_build_array(${lane1}))
        else jsonb_build_array(jsonb_build_array(${lane1}), jsonb_build_array(${lane0})) end,
      verdict = 'all-bad', strength, ${rated}, seed_comments.comment, duration_ms,
      case when blind then 'blind' else 'open' end,
      case verdict when 'all-bad' then 'all-bad' when 'tie' then 'tie' else 'win' end,
      seed_comments.comment is not null, at, at
    from seed left join seed_comments on number = seed.comment order by i`,
  sql`insert into ballot_lanes (ballot_id, lane_id, response_id, position, endpoint_id, rank, is_winner, style_tokens,
      style_headers, style_lists, style_bold)
    select ${seedId(5)}, ${laneId(3, lane)}, ${laneId(4, lane)}, lane, endpoint_id,
      case verdict when 'all-bad' then null when 'tie' then 1 else case when won then 1 else 2 end end, won,
      tokens, headers, lists, bold
    from ${laneRows} join seed_answers using (prompt, variant) order by i, lane`,
  sql`insert into ballot_revisions (ballot_id, revision, content, created_at)
    select ballots.id, 1, jsonb_build_object('ranking', ranking, 'allBad', all_bad, 'strength', ballots.strength,
      'ratings', ratings, 'comment', ballots.comment, 'outcome', outcome, 'hasComment', has_comment,
      'responseIds', jsonb_build_object(${lane0}, ${laneId(4, sql`'0'`)}, ${lane1}, ${laneId(4, sql`'1'`)})), at
    from seed join ballots on ballots.id = ${seedId(5)} order by i`,
];
