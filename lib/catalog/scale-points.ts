import type { Card } from '#lib/catalog/schema.ts';

/** Hoffmann et al. 2022: a given amount of computing is best spent on about 20 tokens for each parameter. */
export const tokensPerParameter = 20;

/** One size of a model; in billions. `isCorpus`: the size of the data, not what was seen of it. */
export type ScalePoint = { card: Card; parameters: number; tokens: number; isCorpus: boolean };
export type ScaleData = {
  points: ScalePoint[];
  /** Sizes are published, tokens are not. */
  withoutTokens: Card[];
  /** Neither is, of models trained from the beginning or on another. */
  unpublished: Card[];
};

/** Models that were trained from the beginning; fine-tuned ones add almost nothing to the tokens of their base. */
export function listScaleData(cards: readonly Card[]): ScaleData {
  const trained = cards.filter(
    ({ kind, verified }) => kind !== 'program' && verified.basedOn.value.length === 0,
  );
  const points = cards.flatMap((card) =>
    card.verified.trainingTokens.value.flatMap(({ tokensB, sizes = [], meaning }) =>
      tokensB === null
        ? []
        : sizes.map((parameters) => ({
            card,
            parameters,
            tokens: tokensB,
            isCorpus: meaning.en.includes('corpus'),
          })),
    ),
  );
  const missing = trained.filter((card) => !points.some((point) => point.card === card));
  const isUnknown = ({ tokensB }: { tokensB: number | null }) => tokensB === null;
  const hasSize = (card: Card) => card.verified.parameters.value.length > 0;
  return {
    points,
    withoutTokens: missing.filter(hasSize),
    unpublished: cards.filter(
      (card) =>
        card.kind !== 'program' && !hasSize(card) && card.verified.trainingTokens.value.every(isUnknown),
    ),
  };
}
