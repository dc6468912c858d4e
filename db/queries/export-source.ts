import { sql } from 'drizzle-orm';
import { selectBallots } from '#db/queries/export-columns.ts';
import type { SearchKey } from '#db/queries/search-keys.ts';
import { gramsOf } from '#db/queries/search-log.ts';
import { windowOf } from '#db/queries/search-segments.ts';
import { walkCandidates } from '#db/queries/search-walk.ts';
import type { SnapshotReader } from '#db/snapshot-reader.ts';
import type { RecordDepth } from '#lib/preferences/export/export-format.ts';
import type { PreferenceFilter } from '#lib/preferences/log-schema.ts';
import { parseSearch } from '#lib/preferences/search/search-terms.ts';

type Row = Record<string, unknown>;

/** The next so many ballots with their prompts, oldest first, or fewer; null once there are none. */
export type BallotSource = (count: number) => Promise<Row[] | null>;

/** The ballots that match; under words, those that the search index holds for possible. */
export async function openBallots(
  reader: SnapshotReader,
  filter: PreferenceFilter,
  depth: RecordDepth,
): Promise<BallotSource> {
  const terms = parseSearch(filter.q ?? '');
  // No index of the tables knows what a ballot's lanes are of.
  if (terms.length > 0 || filter.endpoint !== undefined || filter.card !== undefined) {
    const take = inLots(walkCandidates(reader, gramsOf(filter, terms), windowOf(filter)));
    return async (count) => {
      const keys = await take(count);
      return keys.length === 0 ? null : reader.execute(selectBallots(filter, depth, keys));
    };
  }
  await reader.execute(sql`declare log_records no scroll cursor for ${selectBallots(filter, depth)}`);
  return async (count) => {
    const rows = await reader.execute(sql.raw(`fetch ${count} from log_records`));
    return rows.length === 0 ? null : rows;
  };
}

/** Hands out what comes in lots by the number; those who ask are served one after the other. */
function inLots(lots: AsyncGenerator<SearchKey[]>): (count: number) => Promise<SearchKey[]> {
  let left: SearchKey[] = [];
  let served: Promise<unknown> = Promise.resolve();
  const take = async (count: number) => {
    while (left.length < count) {
      const { value, done } = await lots.next();
      if (done) break;
      left = left.concat(value);
    }
    return left.splice(0, count);
  };
  return (count) => {
    const taken = served.then(() => take(count));
    // A failure is heard of by those who asked.
    served = taken.catch(() => {});
    return taken;
  };
}
