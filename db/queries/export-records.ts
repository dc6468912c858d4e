import { type BesideBallots, toLogRecord } from '#db/queries/export-assemble.ts';
import {
  selectExclusions,
  selectLanes,
  selectNotes,
  selectPast,
  selectRevisions,
  selectTags,
} from '#db/queries/export-columns.ts';
import { type BallotSource, openBallots } from '#db/queries/export-source.ts';
import { searchedTexts } from '#db/queries/search-documents.ts';
import { SnapshotReader } from '#db/snapshot-reader.ts';
import type { RecordDepth } from '#lib/preferences/export/export-format.ts';
import { type LogRecord, logRecordSchema } from '#lib/preferences/export/log-record.ts';
import type { PreferenceFilter } from '#lib/preferences/log-schema.ts';
import { containsTerms, parseSearch } from '#lib/preferences/search/search-terms.ts';

type Row = Record<string, unknown>;

/** Pages on their way while one is read: the server never waits for this program, nor it for the server. */
const pagesAhead = 3;
const smallestPage = 8;
const largestPage = 400;
/** Characters of text a page should hold: with the pages ahead, what an export needs of memory. */
const pageText = 1_000_000;

/** Records of the log, oldest first, in constant memory; of what `depth` does not name they hold nothing. */
export async function* streamRecords(
  filter: PreferenceFilter,
  depth: RecordDepth,
): AsyncGenerator<LogRecord[]> {
  await using reader = await SnapshotReader.open();
  const source = await openBallots(reader, filter, depth);
  const terms = parseSearch(filter.q ?? '');
  const coming: Promise<Page | null>[] = [];
  let size = smallestPage;
  const order = () => {
    const page = readPage(reader, source(size), depth);
    // Whoever leaves while it comes must not leave an unheard failure behind.
    page.catch(() => {});
    coming.push(page);
  };
  for (let ahead = 0; ahead < pagesAhead; ahead++) order();
  for (;;) {
    const page = await coming.shift();
    if (!page) return;
    size = nextSize(page);
    order();
    const records = toRecords(page, depth);
    yield terms.length === 0
      ? records
      : records.filter((record) => containsTerms(searchedTexts(record), terms));
  }
}

/** Ballots as they were read, with what stands beside them: while it waits, it holds less than records do. */
type Page = { ballots: readonly Row[]; beside: Rows };
type Rows = Record<keyof BesideBallots, readonly Row[]>;

function nextSize({ ballots, beside }: Page): number {
  let text = 0;
  for (const { prompt } of ballots) text += String(prompt).length;
  for (const lane of beside.lanes) text += String(lane.text).length;
  const fitting = Math.floor((pageText * ballots.length) / Math.max(1, text));
  return Math.max(smallestPage, Math.min(largestPage, fitting, 2 * ballots.length + smallestPage));
}

async function readPage(
  reader: SnapshotReader,
  page: ReturnType<BallotSource>,
  depth: RecordDepth,
): Promise<Page | null> {
  const ballots = await page;
  if (ballots === null) return null;
  const ids = ballots.map(({ id }) => String(id));
  const later = ballots.flatMap(({ id, turnIndex }) => (turnIndex === 0 ? [] : [String(id)]));
  const isWhole = depth === 'everything';
  const [lanes, past, exclusions, revisions, tags, notes] = await Promise.all([
    reader.execute(selectLanes(ids, depth)),
    later.length === 0 ? [] : reader.execute(selectPast(later, depth)),
    reader.execute(selectExclusions(ids)),
    isWhole ? reader.execute(selectRevisions(ids)) : [],
    depth === 'texts' ? [] : reader.execute(selectTags(ids)),
    depth === 'texts' ? [] : reader.execute(selectNotes(ids)),
  ]);
  return { ballots, beside: { lanes, past, exclusions, revisions, tags, notes } };
}

function toRecords({ ballots, beside }: Page, depth: RecordDepth): LogRecord[] {
  const byId: BesideBallots = {
    lanes: byBallot(beside.lanes),
    past: byBallot(beside.past),
    exclusions: byBallot(beside.exclusions),
    revisions: byBallot(beside.revisions),
    tags: byBallot(beside.tags),
    notes: byBallot(beside.notes),
  };
  const records = ballots.map((row) => toLogRecord(row, byId));
  return depth === 'everything' ? records.map((record) => logRecordSchema.parse(record)) : records;
}

function byBallot(rows: readonly Row[]): Map<unknown, Row[]> {
  return Map.groupBy(rows, ({ ballotId }) => ballotId);
}
