import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fitBradleyTerry } from '#lib/rating/bradley-terry.ts';
import { leaderboard } from '#lib/rating/leaderboard.ts';
import { observationsFromCounts } from '#lib/rating/observations.ts';
import { mergePairCounts, type PairCount } from '#lib/rating/pair-counts.ts';
import { findTopChange } from '#lib/rating/robustness.ts';
import { type TiePolicy, tiePolicies } from '#lib/rating/tie-policy.ts';

const folder = new URL('../../bench/data/', import.meta.url);
const counts = readFileSync(new URL('chatbot-arena-2024-08.csv', folder), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line): PairCount => {
    const [a = '', b = '', ...sums] = line.split(',');
    const [winsA = 0, winsB = 0, ties = 0, bothBad = 0] = sums.map(Number);
    return { a, b, winsA, winsB, ties, bothBad };
  });
const reference: {
  models: string[];
  ratings: Record<TiePolicy, number[]>;
  davidson: { nu: number; negativeLogLikelihoodPerVote: number };
  raoKupper: { threshold: number; negativeLogLikelihoodPerVote: number };
} = JSON.parse(readFileSync(new URL('chatbot-arena-2024-08.ratings.json', folder), 'utf8'));

const boardWith = (ties: TiePolicy) =>
  leaderboard({ counts }, { ties, interval: 'sandwich', confidence: 0.95 });

test.each(tiePolicies)('1.67 million real votes, %s: equal to an independent exact fit', (ties) => {
  const { rows } = boardWith(ties);
  const ratings = new Map(rows.map((row) => [row.id, row.rating]));
  expect(ratings.size).toBe(129);
  for (const [index, model] of reference.models.entries()) {
    expect(Math.abs((ratings.get(model) ?? Number.NaN) - (reference.ratings[ties][index] ?? 0))).toBeLessThan(
      1e-6,
    );
  }
});

test('the top moves by more than 100 points with the tie policy, as published', () => {
  const top = (ties: TiePolicy) => boardWith(ties).rows[0]?.rating;
  expect(top('drop')).toBeCloseTo(1323, 0);
  expect(top('half-no-both-bad')).toBeCloseTo(1252, 0);
  expect(top('half')).toBeCloseTo(1204, 0);
});

test('Davidson: log-likelihood per vote as published, both-bad left out', () => {
  const { logLikelihood, extras } = boardWith('davidson');
  const votes = counts.reduce((sum, { winsA, winsB, ties }) => sum + winsA + winsB + ties, 0);
  expect(votes).toBe(1_374_996);
  expect(-(logLikelihood ?? 0) / votes).toBeCloseTo(1.01, 4);
  expect(-(logLikelihood ?? 0) / votes).toBeCloseTo(reference.davidson.negativeLogLikelihoodPerVote, 9);
  expect(Math.exp(extras[0]?.value ?? 0)).toBeCloseTo(reference.davidson.nu, 9);
});

test('Rao and Kupper: a little likelier than Davidson, as published', () => {
  const { logLikelihood, extras } = boardWith('rao-kupper');
  expect(-(logLikelihood ?? 0) / 1_374_996).toBeCloseTo(1.0095, 4);
  expect(-(logLikelihood ?? 0) / 1_374_996).toBeCloseTo(reference.raoKupper.negativeLogLikelihoodPerVote, 9);
  expect(Math.exp(extras[0]?.value ?? 0)).toBeCloseTo(reference.raoKupper.threshold, 9);
});

test('few of the votes would have to differ for another top', () => {
  const observations = observationsFromCounts(mergePairCounts(counts), 'half');
  const change = findTopChange(observations, fitBradleyTerry(observations));
  expect(change?.leader).toBe('chatgpt-4o-latest');
  expect(change?.share).toBeLessThan(0.001);
  expect(change?.votes).toBeGreaterThan(50);
});
