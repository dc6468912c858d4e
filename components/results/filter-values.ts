import type { Mode } from '#lib/arena/schema.ts';
import type { Flag } from '#lib/preferences/ballot-schema.ts';
import type { Outcome } from '#lib/preferences/log-schema.ts';

// Written out, because the schemas that hold them bring all of zod to the page.
export const modes = ['open', 'blind'] as const satisfies readonly Mode[];
export const outcomes = ['win', 'tie', 'all-bad', 'unranked'] as const satisfies readonly Outcome[];
export const flags = [
  'fails-instruction',
  'inappropriate-for-assistant',
  'hallucination',
  'satisfies-constraint',
  'sexual-content',
  'violent-content',
  'encourages-harm',
  'denigrates-protected-class',
  'harmful-advice',
  'expresses-opinion',
  'moral-judgment',
] as const satisfies readonly Flag[];
export const commentChoices = ['with', 'without'] as const;
