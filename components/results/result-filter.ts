import type { Mode } from '#lib/arena/modes.ts';
import type { Flag } from '#lib/preferences/flags.ts';
import type { Outcome } from '#lib/preferences/outcomes.ts';

export const commentChoices = ['with', 'without'] as const;

/** null: no limit. Dates are days in the person's own time zone, both inclusive: "2026-11-23". */
export type ResultFilter = {
  q: string;
  endpoint: string | null;
  /** Id of a catalog card; only links set it. */
  card: string | null;
  outcome: Outcome | null;
  mode: Mode | null;
  from: string | null;
  to: string | null;
  language: string | null;
  comment: (typeof commentChoices)[number] | null;
  flag: Flag | null;
  /** Only the overview sets it. */
  rater: string | null;
  tag: string | null;
  /** As in the address of GET /preferences: a reason, `any` or `none`. */
  excluded: string | null;
};

export const noFilter: ResultFilter = {
  q: '',
  endpoint: null,
  card: null,
  outcome: null,
  mode: null,
  from: null,
  to: null,
  language: null,
  comment: null,
  flag: null,
  rater: null,
  tag: null,
  excluded: null,
};
