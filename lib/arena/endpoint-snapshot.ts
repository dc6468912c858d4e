import { z } from 'zod';
import { priceSchema, protocolSchema } from '#lib/endpoints/schema.ts';

/** What an endpoint was when it was asked; kept with lanes and responses, so that records outlive changes. */
export const endpointSnapshotSchema = z.object({
  id: z.string(),
  name: z.string(),
  protocol: protocolSchema,
  baseUrl: z.string(),
  model: z.string(),
  cardId: z.string().nullable(),
  price: priceSchema.nullable(),
});
export type EndpointSnapshot = z.infer<typeof endpointSnapshotSchema>;
