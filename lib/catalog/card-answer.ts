import { z } from 'zod';
import { listArenaEntries } from '#lib/catalog/arena-history.ts';
import { arenaEntrySchema } from '#lib/catalog/arena-history-schema.ts';
import { withLineage } from '#lib/catalog/cards.ts';
import { type Card, cardWithLineageSchema } from '#lib/catalog/schema.ts';
import { type Endpoint, endpointSchema } from '#lib/endpoints/schema.ts';

/** An endpoint of this installation that asks the card's model, or one that came after it. */
const servingEndpointSchema = endpointSchema
  .pick({ id: true, name: true, model: true, enabled: true })
  .extend({ isSuccessor: z.boolean() });
export type ServingEndpoint = z.infer<typeof servingEndpointSchema>;

/** `GET /catalog/{id}` */
export const cardAnswerSchema = cardWithLineageSchema.extend({
  /** How its models did in the public arena. */
  arena: z.array(arenaEntrySchema),
  /** Null while the database is away: the card needs none. */
  endpoints: z.array(servingEndpointSchema).nullable(),
});
export type CardAnswer = z.infer<typeof cardAnswerSchema>;

/** Those linked with the card first, then those that ask a model the card names as its successor. */
export function listServing(card: Card, endpoints: readonly Endpoint[]): ServingEndpoint[] {
  const later = new Set(card.access.presets.filter((preset) => preset.isSuccessor).map(({ model }) => model));
  const serving = (endpoint: Endpoint, isSuccessor: boolean): ServingEndpoint => {
    const { id, name, model, enabled } = endpoint;
    return { id, name, model, enabled, isSuccessor };
  };
  const own = endpoints.filter(({ cardId }) => cardId === card.id);
  const successors = endpoints.filter((endpoint) => !own.includes(endpoint) && later.has(endpoint.model));
  return [
    ...own.map((endpoint) => serving(endpoint, false)),
    ...successors.map((endpoint) => serving(endpoint, true)),
  ];
}

export function toCardAnswer(card: Card, endpoints: readonly Endpoint[] | null): CardAnswer {
  return {
    ...withLineage(card),
    arena: listArenaEntries(card),
    endpoints: endpoints && listServing(card, endpoints),
  };
}
