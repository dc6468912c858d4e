export const intervalKinds = ['sandwich', 'bootstrap', 'none'] as const;
export type IntervalKind = (typeof intervalKinds)[number];
