import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { withDatabase } from '#db/client.ts';
import { filterOf } from '#db/queries/board.ts';
import { readConsistency } from '#db/queries/board-consistency.ts';
import { matchesBoard, matchesNewest } from '#db/queries/board-filter.ts';
import { selectBallotPairs } from '#db/queries/pair-contributions.ts';
import { readScreening } from '#db/queries/screen-raters.ts';
import { ballots } from '#db/schema/ballots.ts';
import { raters } from '#db/schema/raters.ts';
import type { RaterId } from '#lib/rater.ts';
import type { BoardAgreement } from '#lib/rating/board-answer.ts';
import type { BoardFilter, BoardQuery } from '#lib/rating/board-schema.ts';
import { cohenKappa, crossTable } from '#lib/rating/cohen-kappa.ts';
import { fleissKappa } from '#lib/rating/fleiss-kappa.ts';
import { categoryCounts, type Judgements, valuesGiven } from '#lib/rating/judgements.ts';
import { krippendorffAlpha } from '#lib/rating/krippendorff-alpha.ts';
import { percentAgreement } from '#lib/rating/percent-agreement.ts';
import { biasOf } from '#lib/rating/vote-bias.ts';

/** Newest ballots, and newest turns of several raters, that are read; lengths need the answers themselves. */
export const agreementLimit = 20_000;

/** How far raters agree, and what sways them beside the content. */
export async function getBoardAgreement(raterId: RaterId, query: BoardQuery): Promise<BoardAgreement> {
  const filter = filterOf(raterId, query);
  const [items, bias, consistency, screening] = await Promise.all([
    listSharedItems(filter),
    readBias(filter),
    readConsistency(filter, agreementLimit),
    readScreening(),
  ]);
  const judges = new Set(items.map(({ rater }) => rater));
  const judgements = toJudgements(items, [...judges]);
  return {
    raters: judges.size,
    sharedItems: judgements.length,
    percent: percentAgreement(judgements),
    percentWithoutTies: percentAgreement(judgements, tie),
    alpha: krippendorffAlpha(judgements, 'ordinal'),
    cohen: cohenOf(judgements),
    fleiss: fleissOf(judgements),
    ...bias,
    consistency,
    screening,
  };
}

/** What a rater said of two answers, on a line: the first shown is better, neither, the second. */
const values = [1, 2, 3] as const;
const tie = 2;

const itemSchema = z.object({ item: z.string(), rater: z.string(), value: z.number(), judges: z.number() });
type Item = z.infer<typeof itemSchema>;

/** Two answers are one item when the very same texts were judged. */
async function listSharedItems(filter: BoardFilter): Promise<Item[]> {
  const everyone = await withDatabase((db) => db.select({ id: raters.id }).from(raters).limit(2));
  if (everyone.length < 2) return [];
  const isShared = sql`${ballots.turnId} in (
    select turn_id from ${ballots} group by turn_id having count(*) > 1 order by turn_id desc limit ${agreementLimit})`;
  const rows = await withDatabase((db) =>
    db.execute(sql`with pairs as (${selectBallotPairs(sql`${matchesBoard(filter)} and ${isShared}`)})
      select response_a || ' ' || response_b as item, rater_id as rater,
        case when wins_a = 1 then 1 when wins_b = 1 then 3 else ${tie}::int end as value,
        count(*) over (partition by response_a, response_b)::int as judges
      from pairs`),
  );
  return rows.map((row) => itemSchema.parse(row)).filter(({ judges }) => judges > 1);
}

function toJudgements(items: readonly Item[], raters: readonly string[]): Judgements<number> {
  const places = new Map(raters.map((rater, place) => [rater, place]));
  return [...Map.groupBy(items, ({ item }) => item).values()].map((given) => {
    const row: (number | null)[] = raters.map(() => null);
    for (const { rater, value } of given) row[places.get(rater) ?? 0] = value;
    return row;
  });
}

function cohenOf(judgements: Judgements<number>): BoardAgreement['cohen'] {
  const pairs = judgements.flatMap((row) => {
    const [one, other] = row;
    return row.length === 2 && one != null && other != null ? [[one, other] as const] : [];
  });
  const found = pairs.length === 0 ? null : cohenKappa(crossTable<number>(pairs, values));
  return found && { kappa: found.kappa, lower: found.interval[0], upper: found.interval[1] };
}

function fleissOf(judgements: Judgements<number>): number | null {
  const sizes = new Set(judgements.map((row) => valuesGiven(row).length));
  return sizes.size === 1 ? (fleissKappa(categoryCounts(judgements, values))?.kappa ?? null) : null;
}

const biasSchema = z.object({
  votes: z.number(),
  found: z.number(),
  firstWins: z.number(),
  unequal: z.number(),
  longerWins: z.number(),
});

/** Of decisive votes in the newest ballots; the lane shown first is the left, or upper, one. */
async function readBias(
  filter: BoardFilter,
): Promise<Pick<BoardAgreement, 'position' | 'length' | 'sample'>> {
  const countNewest = sql`select count(*) from ${ballots} where ${matchesNewest(filter, agreementLimit)}`;
  const [row] = await withDatabase((db) =>
    db.execute(sql`with newest as (
        select wins_a, response_a, response_b
        from (${selectBallotPairs(matchesNewest(filter, agreementLimit))}) as pairs where wins_a + wins_b = 1
      ),
      sized as (
        select wins_a, sign(length(a.text) - length(b.text)) as longer from newest
        join responses a on a.id = response_a join responses b on b.id = response_b
      )
      select count(*)::int as votes, (${countNewest})::int as found,
        count(*) filter (where wins_a = 1)::int as "firstWins",
        count(*) filter (where longer <> 0)::int as unequal,
        count(*) filter (where longer = case wins_a when 1 then 1 else -1 end)::int
          as "longerWins"
      from sized`),
  );
  const { votes, found, firstWins, unequal, longerWins } = biasSchema.parse(row);
  return {
    position: biasOf(firstWins, votes),
    length: biasOf(longerWins, unequal),
    sample: { votes, isAll: found < agreementLimit },
  };
}
