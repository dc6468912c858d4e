/** The letters of a comparison's lanes, by position. */
export const laneLabels = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'] as const;
