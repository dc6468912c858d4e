/** How an endpoint is asked. Apart from the schema, so that pages can know the names without loading zod. */
export const protocols = ['chat', 'completion', 'responses'] as const;
export type Protocol = (typeof protocols)[number];
