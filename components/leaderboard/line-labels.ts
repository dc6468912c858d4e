import type { LaneLabel } from '#lib/arena/schema.ts';

// Written out, because the schema that holds them brings all of zod to the page.
export const lineLabels = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'] as const satisfies readonly LaneLabel[];
