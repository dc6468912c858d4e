/** `win`: one lane stands alone on top; `tie`: the top group has several; `all-bad`; `unranked`: ratings only. Free of zod, for pages. */
export const outcomes = ['win', 'tie', 'all-bad', 'unranked'] as const;
export type Outcome = (typeof outcomes)[number];
