import { z } from 'zod';
import type {
  Board,
  BoardAgreement,
  BoardHistory,
  BoardMatrix,
  BoardOptions,
  BoardRobustness,
  ScreeningAnswer,
} from '#lib/rating/board-answer.ts';
import { boardQuerySchema } from '#lib/rating/board-schema.ts';
import type { NotRankableReason } from '#lib/rating/existence.ts';
import { tiePolicies } from '#lib/rating/tie-policy.ts';

const number = z.number();
const maybe = number.nullable();
const nothing = z.null();

const contestant = { id: z.string(), name: z.string(), cardId: z.string().nullable() };
const tally = { wins: number, losses: number, ties: number, battles: number };
const numbers = z.array(z.array(number));
const maybeNumbers = z.array(z.array(maybe));

const rankedSchema = z.object({
  ...contestant,
  ...tally,
  status: z.literal('ranked'),
  rating: number,
  lower: maybe,
  upper: maybe,
  rank: number,
  rankLower: maybe,
  rankUpper: maybe,
  betterThanNext: maybe,
  votesToNext: maybe,
});

const reasons = [
  'no-battles',
  'no-wins',
  'no-losses',
  'one-sided',
  'not-connected',
  'no-finite-fit',
] as const satisfies NotRankableReason[];

const notRankableSchema = z.object({
  ...contestant,
  ...tally,
  status: z.literal('not-rankable'),
  reason: z.enum(reasons),
  rating: nothing,
  lower: nothing,
  upper: nothing,
  rank: nothing,
  rankLower: nothing,
  rankUpper: nothing,
});

// Every setting of the query as it was understood; null where none was given.
const settingsSchema = z.object(
  Object.fromEntries(Object.entries(boardQuerySchema.shape).map(([name, field]) => [name, field.nullable()])),
);

/** `GET /leaderboard` */
export const boardSchema = z.object({
  settings: settingsSchema,
  counts: z.object({
    ballots: number,
    pairs: number,
    excludedBallots: number,
    excluded: z.record(z.string(), number),
  }),
  method: z.enum(['sandwich', 'sandwich-by-rater', 'bootstrap', 'none']),
  clusters: z.object({ raters: number, effective: number }).nullable(),
  rows: z.array(z.discriminatedUnion('status', [rankedSchema, notRankableSchema])),
  extras: z.array(z.object({ name: z.string(), value: number, lower: maybe, upper: maybe })),
  sample: z.object({ ballots: number, of: number }).nullable(),
  digest: z.string(),
}) satisfies z.ZodType<Omit<Board, 'settings'>>;

/** `GET /leaderboard/matrix` */
export const boardMatrixSchema = z.object({
  contestants: z.array(z.object(contestant)),
  battles: numbers,
  wins: numbers,
  shares: maybeNumbers,
  better: maybeNumbers,
  digest: z.string(),
}) satisfies z.ZodType<BoardMatrix>;

/** `GET /leaderboard/history` */
export const boardHistorySchema = z.object({
  contestants: z.array(z.object(contestant)),
  points: z.array(
    z.object({
      at: z.iso.datetime(),
      ratings: z.array(z.object({ id: z.string(), rating: number, lower: maybe, upper: maybe })),
    }),
  ),
}) satisfies z.ZodType<BoardHistory>;

const share = z.object({ agreeing: number, pairs: number, share: maybe });
const bias = z.object({
  wins: number,
  votes: number,
  share: maybe,
  interval: z.tuple([number, number]),
  pValue: number,
});

/** `GET /leaderboard/agreement` */
export const boardAgreementSchema = z.object({
  raters: number,
  sharedItems: number,
  percent: share,
  percentWithoutTies: share,
  alpha: maybe,
  cohen: z.object({ kappa: number, lower: number, upper: number }).nullable(),
  fleiss: maybe,
  position: bias,
  length: bias,
  consistency: share.extend({ interval: z.tuple([number, number]) }),
  screening: z.object({ raters: number, excludedRaters: number }),
  sample: z.object({ votes: number, isAll: z.boolean() }),
}) satisfies z.ZodType<BoardAgreement>;

/** `GET /leaderboard/robustness` */
export const boardRobustnessSchema = z.object({
  ties: z.enum(tiePolicies),
  topChange: z
    .object({
      leader: z.object(contestant),
      challenger: z.object(contestant),
      votes: number,
      share: number,
    })
    .nullable(),
}) satisfies z.ZodType<BoardRobustness>;

/** `POST /leaderboard/screening` */
export const screeningAnswerSchema = z.object({
  raters: number,
  excludedRaters: number,
  excluded: number,
  restored: number,
}) satisfies z.ZodType<ScreeningAnswer>;

const option = z.object({ value: z.string(), ballots: number });

/** `GET /leaderboard/options` */
export const boardOptionsSchema = z.object({
  languages: z.array(option),
  categories: z.array(option),
}) satisfies z.ZodType<BoardOptions>;
