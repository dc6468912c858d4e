'use client';

import { useQuery } from '@tanstack/react-query';
import { suggestCards } from '#app/_lib/client/suggest-cards.ts';
import type { Endpoint } from '#lib/endpoints/schema.ts';

/** Cards that fit endpoints without one, by endpoint id. */
export function useCardSuggestions(endpoints: readonly Endpoint[]): ReadonlyMap<string, string> {
  const unlinked = endpoints.filter((endpoint) => endpoint.cardId === null);
  const models = unlinked.map(({ model, name }) => ({ model, name }));
  const { data } = useQuery({
    queryKey: ['card-suggestions', models],
    queryFn: () => suggestCards(models),
    enabled: models.length > 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return new Map(
    unlinked.flatMap(({ id }, index) => {
      const cardId = data?.[index];
      return cardId ? [[id, cardId] as const] : [];
    }),
  );
}
