import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { type SearchKey, unnestKeys } from '#db/queries/search-keys.ts';
import type { LogRecord } from '#lib/preferences/export/log-record.ts';
import type { PreferenceFilter } from '#lib/preferences/log-schema.ts';
import { laneResult } from '#lib/preferences/overview/lane-result.ts';
import { quarterOf } from '#lib/preferences/overview/quarters.ts';
import type { RecordValues } from '#lib/preferences/search/segment-columns.ts';

const rowSchema = z.object({
  id: z.string(),
  at: z.number(),
  texts: z.array(z.string().nullable()),
  ratings: z.record(z.string(), z.object({ comment: z.string().optional(), ideal: z.string().optional() })),
});

const facetsSchema = z.object({
  id: z.string(),
  at: z.number(),
  raterId: z.string(),
  mode: z.string(),
  outcome: z.string(),
  hasComment: z.boolean(),
  language: z.string().nullable(),
  endpoints: z.array(z.string()),
  cards: z.array(z.string().nullable()),
  ranks: z.array(z.number().nullable()),
  flags: z.array(z.string()),
  isRunning: z.boolean(),
});

/** What to read of each record: its texts, what it is filtered and counted by, or both. */
type Parts = { texts?: boolean; facets?: boolean };

const textsOf = sql`, 'ratings', b.ratings, 'texts', array[t.prompt, b.comment] || l.texts`;
const facetsOfRecord = sql`, 'raterId', b.rater_id, 'mode', b.mode, 'outcome', b.outcome, 'hasComment', b.has_comment,
    'language', t.language, 'endpoints', l.endpoints, 'cards', l.cards, 'ranks', l.ranks, 'isRunning', l.is_running,
    'flags', jsonb_path_query_array(b.ratings, '$.*.flags[*]')`;

/** The records at these keys. */
export function selectDocuments(keys: readonly SearchKey[], { texts, facets }: Parts): SQL {
  return sql`select json_build_object('id', b.id, 'at', k.at ${texts ? textsOf : sql``}
      ${facets ? facetsOfRecord : sql``})::text as line
    from ${unnestKeys(keys)}
    join ballots b on b.id = k.id and b.created_at = to_timestamp(k.at / 1000)::timestamptz(3)
    join turns t on t.id = b.turn_id
    cross join lateral (
      select coalesce(array_agg(${texts ? sql`r.text` : sql`null::text`}), '{}') as texts,
        coalesce(array_agg(bl.endpoint_id), '{}') as endpoints, coalesce(array_agg(bl.card_id), '{}') as cards,
        coalesce(array_agg(bl.rank), '{}') as ranks,
        coalesce(bool_or(r.status in ('pending', 'streaming')), false) as is_running
      from ballot_lanes bl join responses r on r.id = bl.response_id where bl.ballot_id = b.id
    ) as l order by k.n`;
}

export type SearchDocument = SearchKey & { texts: string[] };

export function toDocument(line: string): SearchDocument {
  const { id, at, texts, ratings } = rowSchema.parse(JSON.parse(line));
  return { id, at, texts: withSaid(texts, ratings) };
}

/** The texts of a record of the log that a search looks into. */
export function searchedTexts({ turn, comment, lanes, ratings }: LogRecord): string[] {
  return withSaid([turn.prompt, comment, ...lanes.map(({ response }) => response.text)], ratings);
}

type Ratings = z.infer<typeof rowSchema>['ratings'];

function withSaid(texts: readonly (string | null)[], ratings: Ratings): string[] {
  const said = Object.values(ratings).flatMap(({ comment, ideal }) => [comment, ideal]);
  return [...texts, ...said].filter((text) => typeof text === 'string');
}

export type Facet = readonly [name: string, value: string];
export type IndexedDocument = SearchDocument & {
  facets: Facet[];
  values: RecordValues;
  isRunning: boolean;
};

export function toIndexedDocument(line: string): IndexedDocument {
  const found = facetsSchema.parse(JSON.parse(line));
  const facets: Facet[] = [
    ['rater', found.raterId],
    ['mode', found.mode],
    ['outcome', found.outcome],
    ['hasComment', String(found.hasComment)],
    ['language', found.language ?? 'und'],
    ...found.endpoints.map((id): Facet => ['endpoint', id]),
    ...found.cards.filter((id) => id !== null).map((id): Facet => ['card', id]),
    ...found.flags.map((flag): Facet => ['flag', flag]),
  ];
  return { ...toDocument(line), facets, values: toValues(found), isRunning: found.isRunning };
}

/** What the overview counts of a record that `selectDocuments` read with its facets. */
export function toRecordValues(line: string): RecordValues {
  return toValues(facetsSchema.parse(JSON.parse(line)));
}

function toValues(found: z.infer<typeof facetsSchema>): RecordValues {
  const { outcome, endpoints, ranks } = found;
  return {
    quarter: [String(quarterOf(found.at))],
    rater: [found.raterId],
    language: [found.language ?? 'und'],
    outcome: [outcome],
    flag: [...new Set(found.flags)],
    lane: endpoints.map((id, index) => `${laneResult(outcome, ranks[index] ?? null)} ${id}`),
  };
}

/** The fields of a filter that records are indexed by, as they are indexed. */
export function facetsOf(filter: PreferenceFilter): Facet[] {
  const { rater, mode, outcome, language, endpoint, card, flag, hasComment } = filter;
  const given = { rater, mode, outcome, language, endpoint, card, flag, hasComment: hasComment?.toString() };
  return Object.entries(given).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
}

/** Whether the index knows all that the filter asks of a record's properties; words aside. */
export function isKnownToIndex({ q: _, from: __, to: ___, ...properties }: PreferenceFilter): boolean {
  const asked = Object.values(properties).filter((value) => value !== undefined);
  return asked.length === facetsOf(properties).length;
}
