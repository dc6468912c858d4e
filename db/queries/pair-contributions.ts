import { type SQL, sql } from 'drizzle-orm';

/**
 * Two lanes of each ballot that counts, lane a shown before lane b, one row per facet the ballot stands under. The
 * one source of what a ballot adds to pair_counts: kept counts and rebuilt ones are sums of these rows.
 * @param where a condition on `ballots` and `turns`.
 */
export function selectContributions(where: SQL): SQL {
  return sql`
    select facets.facet, facets.value, pairs.rater_id, pairs.endpoint_a, pairs.endpoint_b, pairs.card_a, pairs.card_b,
      pairs.lane_count, pairs.wins_a, pairs.wins_b, pairs.ties, pairs.both_bad
    from (${selectBallotPairs(where)}) as pairs
    cross join lateral (
      select * from (values ('all', ''), ('mode', pairs.mode), ('language', coalesce(pairs.language, 'und')),
        ('day', to_char(pairs.created_at at time zone 'UTC', 'YYYY-MM-DD'))) as plain(facet, value)
      union all select 'category', unnest(pairs.categories)
    ) as facets`;
}

/**
 * The same pairs without facets, with ballot, time, answers and turn traits beside them: for filters that no facet answers.
 * Ballots that are excluded give none.
 * @param where a condition on `ballots` and `turns`.
 */
export function selectBallotPairs(where: SQL): SQL {
  return sql`
    with judged as (
      select ballots.id as ballot_id, ballots.rater_id, ballots.mode, ballots.all_bad, ballots.created_at,
        turns.language, turns.categories, ballot_lanes.position, ballot_lanes.endpoint_id, ballot_lanes.response_id,
        array[style_tokens, style_headers, style_lists, style_bold] as style,
        coalesce(ballot_lanes.card_id, '') as card_id, ballot_lanes.rank,
        (count(*) over (partition by ballots.id))::smallint as lane_count
      from ballots
        join turns on turns.id = ballots.turn_id
        join ballot_lanes on ballot_lanes.ballot_id = ballots.id
      where (ballots.all_bad or ballot_lanes.rank is not null)
        and not exists (select 1 from ballot_exclusions where ballot_exclusions.ballot_id = ballots.id)
        and ${where}
    )
    select a.ballot_id, a.rater_id, a.mode, a.created_at, a.language, a.categories, a.lane_count,
      a.endpoint_id as endpoint_a, b.endpoint_id as endpoint_b, a.card_id as card_a, b.card_id as card_b,
      a.response_id as response_a, b.response_id as response_b, a.style as style_a, b.style as style_b,
      (not a.all_bad and a.rank < b.rank)::int as wins_a, (not a.all_bad and a.rank > b.rank)::int as wins_b,
      (not a.all_bad and a.rank = b.rank)::int as ties, a.all_bad::int as both_bad
    from judged a join judged b on b.ballot_id = a.ballot_id and b.position > a.position`;
}
