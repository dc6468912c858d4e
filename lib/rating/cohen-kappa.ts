import { sumOf } from '#lib/rating/judgements.ts';
import { twoSidedQuantile } from '#lib/rating/normal.ts';

export type CohenKappa = {
  kappa: number;
  /** Large-sample standard error away from 0 (Fleiss, Cohen & Everitt 1969). */
  standardError: number;
  interval: [lower: number, upper: number];
};

/** How much two categories differ, by place: all alike, by distance, by squared distance, or a matrix with 0 diagonal. */
export type Disagreement = 'none' | 'linear' | 'quadratic' | readonly (readonly number[])[];

/** First rater's category in rows, second's in columns; categories that nobody used stay in the table. */
export function crossTable<Value>(
  pairs: Iterable<readonly [Value, Value]>,
  categories: readonly Value[],
): number[][] {
  const table = categories.map(() => categories.map(() => 0));
  for (const [one, other] of pairs) {
    const row = table[categories.indexOf(one)];
    const column = categories.indexOf(other);
    if (row === undefined || column === -1) throw new RangeError('a judgement outside the categories');
    row[column] = (row[column] ?? 0) + 1;
  }
  return table;
}

/**
 * Cohen's kappa (1960), weighted as of 1968.
 * @param table square, counts or shares (the standard error needs counts).
 * @returns null when chance alone would agree fully (one category) or nothing was judged: 0/0.
 */
export function cohenKappa(
  table: readonly (readonly number[])[],
  disagreement: Disagreement = 'none',
  confidence = 0.95,
): CohenKappa | null {
  const size = table.length;
  const total = sumOf(table.flat());
  const places = [...table.keys()];
  const share = (i: number, j: number) => (table[i]?.[j] ?? 0) / total;
  const rows = places.map((i) => sumOf(places.map((j) => share(i, j))));
  const columns = places.map((j) => sumOf(places.map((i) => share(i, j))));
  const weight = agreementWeights(disagreement, size);
  const cells = places.flatMap((i) =>
    places.map((j) => ({ i, j, weight: weight(i, j), share: share(i, j) })),
  );
  const observed = sumOf(cells.map((cell) => cell.weight * cell.share));
  const expected = sumOf(cells.map((cell) => cell.weight * (rows[cell.i] ?? 0) * (columns[cell.j] ?? 0)));
  if (!(total > 0) || 1 - expected < 1e-12) return null;
  const kappa = (observed - expected) / (1 - expected);

  const rowMeans = places.map((i) => sumOf(places.map((j) => (columns[j] ?? 0) * weight(i, j))));
  const columnMeans = places.map((j) => sumOf(places.map((i) => (rows[i] ?? 0) * weight(i, j))));
  const spread = sumOf(
    cells.map((cell) => {
      const mean = (rowMeans[cell.i] ?? 0) + (columnMeans[cell.j] ?? 0);
      return cell.share * (cell.weight - mean * (1 - kappa)) ** 2;
    }),
  );
  const variance = (spread - (kappa - expected * (1 - kappa)) ** 2) / (total * (1 - expected) ** 2);
  const standardError = Math.sqrt(Math.max(0, variance));
  const reach = twoSidedQuantile(confidence) * standardError;
  return { kappa, standardError, interval: [kappa - reach, kappa + reach] };
}

/** 1 for full agreement, 0 for the largest disagreement. */
export function agreementWeights(disagreement: Disagreement, size: number) {
  const largest =
    typeof disagreement === 'string'
      ? (size - 1) ** (disagreement === 'quadratic' ? 2 : 1)
      : Math.max(...disagreement.flat());
  return (i: number, j: number): number => {
    if (i === j) return 1;
    if (disagreement === 'none') return 0;
    if (disagreement === 'linear') return 1 - Math.abs(i - j) / largest;
    if (disagreement === 'quadratic') return 1 - (i - j) ** 2 / largest;
    return 1 - (disagreement[i]?.[j] ?? 0) / largest;
  };
}
