import type { BoardHistory } from '#lib/rating/board-answer.ts';

export type Line = { id: string; name: string; places: { time: number; rating: number }[] };

/** Moves heights apart until neighbours are `gap` from each other, keeping their order and their middle. */
export function spread(heights: readonly number[], gap: number): number[] {
  const order = [...heights.keys()].sort((one, other) => (heights[one] ?? 0) - (heights[other] ?? 0));
  const placed: number[] = [];
  let pushed = 0;
  for (const [place, index] of order.entries()) {
    const wanted = heights[index] ?? 0;
    const height = Math.max(wanted, (placed[order[place - 1] ?? -1] ?? Number.NEGATIVE_INFINITY) + gap);
    placed[index] = height;
    pushed += height - wanted;
  }
  const back = heights.length === 0 ? 0 : pushed / heights.length;
  return placed.map((height) => height - back);
}

/** The lines of those rated highest at the last moment, highest first. */
export function linesOf({ contestants, points }: BoardHistory, most: number): Line[] {
  const last = new Map(points.at(-1)?.ratings.map(({ id, rating }) => [id, rating]));
  return contestants
    .filter(({ id }) => last.has(id))
    .sort((one, other) => (last.get(other.id) ?? 0) - (last.get(one.id) ?? 0))
    .slice(0, most)
    .map(({ id, name }) => ({
      id,
      name,
      places: points.flatMap(({ at, ratings }) => {
        const found = ratings.find((rating) => rating.id === id);
        return found ? [{ time: Date.parse(at), rating: found.rating }] : [];
      }),
    }));
}
