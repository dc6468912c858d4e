export const layouts = ['columns', 'grid', 'tabs', 'focus'] as const;
export type Layout = (typeof layouts)[number];
