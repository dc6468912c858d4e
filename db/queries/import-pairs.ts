import type { Row } from '#db/queries/import-rows.ts';
import type { LogRecord } from '#lib/preferences/export/log-record.ts';
import { placeOf } from '#lib/preferences/ranking.ts';
import { tagCategory } from '#lib/preferences/tag-category.ts';

/**
 * What a new ballot adds to ballot_pairs: the same as selectBallotPairs would read from the tables, which
 * `baijia rebuild --check` proves.
 * @param language, categories of the turn as it is stored.
 */
export function toPairs(record: LogRecord, language: unknown, categories: unknown): Row[] {
  if (record.exclusions.length > 0) return [];
  const { allBad } = record;
  const judged = record.lanes
    .map(({ id, position, endpoint, response }) => {
      const { id: endpointId, cardId } = response.endpoint ?? endpoint;
      return { position, endpointId, cardId: cardId ?? '', rank: placeOf(record.ranking, id) ?? 0 };
    })
    .filter(({ rank }) => allBad || rank > 0);
  const common = {
    ballot_id: record.id,
    created_at: record.createdAt,
    rater_id: record.raterId,
    mode: record.mode,
    language: language ?? 'und',
    categories: [...((categories ?? []) as string[]), ...toCategories(record.tags)],
    lane_count: judged.length,
  };
  const pairs: Row[] = [];
  for (const a of judged) {
    for (const b of judged) {
      if (b.position <= a.position) continue;
      pairs.push({
        ...common,
        position_a: a.position,
        position_b: b.position,
        endpoint_a: a.endpointId,
        endpoint_b: b.endpointId,
        card_a: a.cardId,
        card_b: b.cardId,
        wins_a: Number(!allBad && a.rank < b.rank),
        wins_b: Number(!allBad && a.rank > b.rank),
        ties: Number(!allBad && a.rank === b.rank),
        both_bad: Number(allBad),
      });
    }
  }
  return pairs;
}

/** In the order of their UTF-8, as collation "C" has them. */
const toCategories = (tags: LogRecord['tags']): string[] =>
  tags.map(({ tag }) => tagCategory + tag).sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));

const numbers = ['wins_a', 'wins_b', 'ties', 'both_bad'] as const;

/** Pairs that add to the same counts, as one: their number is what the server has to add up. */
export class PairSums {
  readonly #sums = new Map<string, Row>();

  add(pair: Row): void {
    const key = keyOf(pair);
    const sum = this.#sums.get(key);
    if (sum === undefined) this.#sums.set(key, { ...pair });
    else for (const name of numbers) sum[name] = Number(sum[name]) + Number(pair[name]);
  }

  list(): Row[] {
    return [...this.#sums.values()];
  }
}

/** No text of the log holds NUL. */
const keyOf = (pair: Row): string =>
  [
    // The day, as in every ISO time.
    String(pair.created_at).slice(0, -'T00:00:00.000Z'.length),
    ...[pair.rater_id, pair.mode, pair.language],
    ...[pair.endpoint_a, pair.endpoint_b, pair.card_a, pair.card_b, pair.lane_count],
    ...(pair.categories as string[]),
  ].join('\0');
