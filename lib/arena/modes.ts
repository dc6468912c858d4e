/** How lanes are shown to those who judge: with names, or without until the ballot is in. Free of zod, for pages. */
export const modes = ['open', 'blind'] as const;
export type Mode = (typeof modes)[number];
