import { z } from 'zod';

/** The query of every list; `cursor` is the `nextCursor` of the page before. */
export const pageQuerySchema = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().min(1).max(500).optional(),
});
export type PageQuery = z.infer<typeof pageQuerySchema>;

export type Page<Item> = { data: Item[]; nextCursor: string | null };
