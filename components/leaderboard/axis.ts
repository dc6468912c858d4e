/** A scale shared by all rows of a chart: where a rating stands, and round numbers to write beside it. */
export type Axis = { min: number; max: number; ticks: number[] };

const steps = [1, 2, 2.5, 5, 10];

/** Covers all values with a little room; about `count` ticks at round numbers. */
export function axisOf(values: readonly number[], count = 5): Axis {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const room = Math.max((high - low) * 0.04, 2);
  const [min, max] = [low - room, high + room];
  const rough = (max - min) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * (steps.find((factor) => factor * power >= rough) ?? 10);
  const first = Math.ceil(min / step);
  const ticks = Array.from(
    { length: Math.floor(max / step) - first + 1 },
    (_, index) => (first + index) * step,
  );
  return { min, max, ticks };
}

/** 0 at the left end, 100 at the right. */
export function percentOn({ min, max }: Axis, value: number): number {
  return (100 * (value - min)) / (max - min);
}
