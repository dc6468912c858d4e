/** Points per unit of natural log-odds: 400 points are odds of ten to one, as in Elo (1978). 173.7178 */
export const POINTS = 400 / Math.LN10;

/** The board's own centre: the mean of all rated models, when no anchor is chosen. */
export const CENTRE = 1000;

/** Fixes the scale: this model has this rating. */
export type Anchor = { model: string; rating: number };

/**
 * The number that, added to POINTS * theta, gives ratings. An anchor moves all ratings alike; it does not make any
 * interval narrower or wider, so ranks never depend on it.
 * @throws RangeError when the anchor is not among `models`.
 */
export function ratingOffset(models: readonly string[], theta: ArrayLike<number>, anchor?: Anchor): number {
  if (anchor === undefined) return CENTRE;
  const strength = theta[models.indexOf(anchor.model)];
  if (strength === undefined) throw new RangeError(`the anchor ${anchor.model} is not rated on this board`);
  return anchor.rating - POINTS * strength;
}
