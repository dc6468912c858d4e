/** What is rated: each endpoint, or all endpoints that serve one catalog card together. */
export const boardUnits = ['endpoint', 'card'] as const;
export type BoardUnit = (typeof boardUnits)[number];
