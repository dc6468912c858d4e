import type { Box } from '#components/catalog/place-labels.ts';
import { tokensPerParameter } from '#lib/catalog/scale-points.ts';

export const size = { width: 1080, height: 600, left: 64, right: 24, top: 16, bottom: 100 };
// Both axes in billions.
const xRange = { low: 0.03, high: 1000 };
export const yRange = { low: 100, high: 5000 };
export const xTicks = [0.1, 1, 10, 100, 1000];
export const yTicks = [100, 300, 1000, 3000];
export const plotBottom = size.height - size.bottom;

const share = (value: number, { low, high }: { low: number; high: number }) =>
  Math.log(value / low) / Math.log(high / low);
export const xOf = (parameters: number) =>
  size.left + share(parameters, xRange) * (size.width - size.left - size.right);
export const yOf = (tokens: number) => plotBottom - share(tokens, yRange) * (plotBottom - size.top);

/** The dashed line as small boxes, so that names keep off it. */
export const chinchillaBoxes: readonly Box[] = Array.from({ length: 60 }, (_, index) => {
  const tokens = yRange.low * (yRange.high / yRange.low) ** (index / 59);
  const [x, y] = [xOf(tokens / tokensPerParameter), yOf(tokens)];
  return { left: x - 4, right: x + 4, top: y - 5, bottom: y + 5 };
});
