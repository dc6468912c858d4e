import type { Observations } from '#lib/rating/observations.ts';
import type { PairOutcome } from '#lib/rating/pair-counts.ts';
import { type StyleFeatures, styleFeatureNames } from '#lib/rating/style-features.ts';
import { type ModelledTies, type TiePolicy, usedOutcomes } from '#lib/rating/tie-policy.ts';

/** One vote with what could have swayed it. */
export type ContextualVote = {
  a: string;
  b: string;
  outcome: PairOutcome;
  /** 2/K for a ballot over K lanes; 1 by default. */
  weight?: number;
  rater?: string;
  style?: { a: StyleFeatures; b: StyleFeatures };
  /** The lane the rater saw first (left, or on top); absent when neither. */
  first?: 'a' | 'b';
};

/**
 * Rows with covariates for a contextual Bradley-Terry fit.
 *
 * Style: z = (a - b)/(a + b) per feature, 0 when neither answer has any, divided by its standard deviation over the
 * votes. It is not centred: swapping a and b must flip its sign. A gamma of 0.25 then means that one standard
 * deviation more adds 0.25 to the log-odds. Position: +1 when a was seen first, -1 when b was.
 * A column that never varies from 0 is left out. Every vote must tell what is controlled for.
 *
 * @throws RangeError when a vote lacks the style that is controlled for.
 */
export function contextualObservations(
  votes: readonly ContextualVote[],
  policy: Exclude<TiePolicy, ModelledTies>,
  controls: { style: boolean; position: boolean },
): Observations {
  const models = [...new Set(votes.flatMap(({ a, b }) => [a, b]))].sort();
  const modelIndex = new Map(models.map((model, index) => [model, index]));
  const raterIndex = new Map(
    [...new Set(votes.map(({ rater }) => rater))].map((rater, index) => [rater, index]),
  );
  const shares = new Map(
    usedOutcomes[policy].flatMap(([share, outcomes]) => outcomes.map((outcome) => [outcome, share])),
  );
  const used = votes.filter(({ a, b, outcome }) => a !== b && shares.has(outcome));
  const weight = Float64Array.from(used, (vote) => vote.weight ?? 1);
  const columns = [
    ...(controls.style
      ? styleFeatureNames.map((name) => ({ name, column: scaled(used.map((vote) => contrast(vote, name))) }))
      : []),
    ...(controls.position ? [{ name: 'position', column: Float64Array.from(used, placeOfA) }] : []),
  ].filter(({ column }) => column.some((value) => value !== 0));
  return {
    models,
    a: Int32Array.from(used, ({ a }) => modelIndex.get(a) ?? -1),
    b: Int32Array.from(used, ({ b }) => modelIndex.get(b) ?? -1),
    share: Float64Array.from(used, ({ outcome }) => shares.get(outcome) ?? 0),
    weight,
    ...(used.every(({ rater }) => rater !== undefined) && {
      rater: Int32Array.from(used, ({ rater }) => raterIndex.get(rater) ?? -1),
    }),
    ...(columns.length > 0 && {
      covariates: { names: columns.map(({ name }) => name), columns: columns.map(({ column }) => column) },
    }),
  };
}

function contrast({ style }: ContextualVote, name: keyof StyleFeatures): number {
  if (style === undefined)
    throw new RangeError('style control needs the style of both answers of every vote');
  const [a, b] = [style.a[name], style.b[name]];
  return a + b === 0 ? 0 : (a - b) / (a + b);
}

function scaled(values: readonly number[]): Float64Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  const deviation = Math.sqrt(variance) || 1;
  return Float64Array.from(values, (value) => value / deviation);
}

const placeOfA = ({ first }: ContextualVote) => (first === undefined ? 0 : first === 'a' ? 1 : -1);
