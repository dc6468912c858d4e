import type { Mode } from '#lib/arena/schema.ts';
import type { Outcome } from '#lib/preferences/log-schema.ts';

// Written out, because the schemas that hold them bring all of zod to the page.
export const modes = ['open', 'blind'] as const satisfies readonly Mode[];
export const outcomes = ['win', 'tie', 'all-bad', 'unranked'] as const satisfies readonly Outcome[];
