import { sumOf } from '#lib/rating/judgements.ts';

export type FleissKappa = {
  kappa: number;
  /** Against no agreement beyond chance. */
  z: number;
  /** One category against all others; null for a category that is never, or always, used. */
  perCategory: (number | null)[];
};

/**
 * Fleiss' kappa (1971; z after Fleiss, Nee & Landis 1979). It is not Cohen's kappa for two raters.
 * @param counts items × categories; every item has the same number of raters, at least 2.
 * @returns null when it is 0/0: one category in use, or no items.
 * @throws RangeError when items differ in raters, or have fewer than 2.
 */
export function fleissKappa(counts: readonly (readonly number[])[]): FleissKappa | null {
  const [first] = counts;
  if (first === undefined) return null;
  const raters = sumOf(first);
  if (raters < 2 || counts.some((item) => sumOf(item) !== raters)) {
    throw new RangeError('every item needs the same number of raters, at least 2');
  }
  const items = counts.length;
  const pairs = items * raters * (raters - 1);
  const shares = first.map(
    (_, category) => sumOf(counts.map((item) => item[category] ?? 0)) / (items * raters),
  );
  const observed = sumOf(counts.flat().map((count) => count * (count - 1))) / pairs;
  const expected = sumOf(shares.map((share) => share * share));
  if (1 - expected < 1e-12) return null;

  const spread = sumOf(shares.map((share) => share * (1 - share)));
  const skew = sumOf(shares.map((share) => share * (1 - share) * (1 - 2 * share)));
  const standardError = (Math.SQRT2 * Math.sqrt(spread * spread - skew)) / (spread * Math.sqrt(pairs));
  const kappa = (observed - expected) / (1 - expected);
  const perCategory = shares.map((share, category) => {
    const split = sumOf(counts.map((item) => (item[category] ?? 0) * (raters - (item[category] ?? 0))));
    return share === 0 || share === 1 ? null : 1 - split / (pairs * share * (1 - share));
  });
  return { kappa, z: kappa / standardError, perCategory };
}
