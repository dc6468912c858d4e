import type { LaneLabel } from '#lib/arena/schema.ts';

/** CSS colour of a lane: for rules and charts, always beside the letter. */
export function laneHue(label: LaneLabel): string {
  return `var(--lane-${label.toLowerCase()})`;
}
