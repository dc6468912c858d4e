import { type SQL, sql } from 'drizzle-orm';
import { tagCategory } from '#lib/preferences/tag-category.ts';

/** What a kept pair is made of. */
export const pairColumnNames = [
  ...['ballot_id', 'position_a', 'position_b', 'created_at', 'rater_id', 'mode', 'language', 'categories'],
  ...['endpoint_a', 'endpoint_b', 'card_a', 'card_b', 'lane_count', 'wins_a', 'wins_b', 'ties', 'both_bad'],
];
export const pairColumns = sql.raw(pairColumnNames.join(', '));

/** Of ballots joined with their turns: what the rules of lib/arena/prompt-traits saw in the prompt, and tags by hand. */
export const ballotCategories = sql.raw(`(coalesce(turns.categories, '{}') || array(
  select '${tagCategory}' || tag from ballot_tags where ballot_tags.ballot_id = ballots.id order by tag collate "C"))`);

/**
 * Pairs as they add to pair_counts: one row per facet the ballot stands under.
 * @param pairs a query with the columns of ballot_pairs.
 */
export function selectContributions(pairs: SQL): SQL {
  return sql`
    select facets.facet, facets.value, pairs.rater_id, pairs.endpoint_a, pairs.endpoint_b, pairs.card_a, pairs.card_b,
      pairs.lane_count, pairs.wins_a, pairs.wins_b, pairs.ties, pairs.both_bad
    from (${pairs}) as pairs
    cross join lateral (
      select * from (values ('all', ''), ('mode', pairs.mode), ('language', pairs.language),
        ('day', to_char(pairs.created_at at time zone 'UTC', 'YYYY-MM-DD'))) as plain(facet, value)
      union all select 'category', unnest(pairs.categories)
    ) as facets`;
}

/** The condition on ballots that do not count. */
export const isExcluded = sql.raw(
  'exists (select 1 from ballot_exclusions where ballot_exclusions.ballot_id = ballots.id)',
);

/**
 * Two lanes of each ballot that counts, lane a shown before lane b, straight from the ballots: the one source of what
 * a ballot adds to ballot_pairs and pair_counts. Answers and styles stand beside them, for those who ask for single
 * votes. Ballots that are excluded give none.
 * @param where a condition on `ballots` and `turns`.
 * @param excluded which ballots do not count.
 */
export function selectBallotPairs(where: SQL, excluded = isExcluded): SQL {
  return sql`
    with judged as (
      select ballots.id as ballot_id, ballots.rater_id, ballots.mode, ballots.all_bad, ballots.created_at,
        coalesce(turns.language, 'und') as language, ${ballotCategories} as categories, turns.prompt_hash,
        ballot_lanes.position,
        ballot_lanes.endpoint_id, ballot_lanes.response_id,
        array[style_tokens, style_headers, style_lists, style_bold] as style,
        coalesce(ballot_lanes.card_id, '') as card_id, ballot_lanes.rank,
        (count(*) over (partition by ballots.id))::smallint as lane_count
      from ballots
        join turns on turns.id = ballots.turn_id
        join ballot_lanes on ballot_lanes.ballot_id = ballots.id
      where (ballots.all_bad or ballot_lanes.rank is not null)
        and not ${excluded}
        and ${where}
    )
    select a.ballot_id, a.position as position_a, b.position as position_b, a.created_at, a.rater_id, a.mode, a.language,
      a.categories, a.endpoint_id as endpoint_a, b.endpoint_id as endpoint_b, a.card_id as card_a,
      b.card_id as card_b, a.lane_count,
      (not a.all_bad and a.rank < b.rank)::int::smallint as wins_a,
      (not a.all_bad and a.rank > b.rank)::int::smallint as wins_b,
      (not a.all_bad and a.rank = b.rank)::int::smallint as ties, a.all_bad::int::smallint as both_bad,
      a.prompt_hash, a.response_id as response_a, b.response_id as response_b, a.style as style_a, b.style as style_b
    from judged a join judged b on b.ballot_id = a.ballot_id and b.position > a.position`;
}
