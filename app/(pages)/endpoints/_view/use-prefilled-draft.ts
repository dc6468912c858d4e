'use client';

import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import type { EndpointDraft } from '#components/endpoints/endpoint-draft.ts';
import { protocols } from '#lib/endpoints/protocols.ts';

const parsers = {
  add: parseAsStringLiteral(['1']),
  name: parseAsString.withDefault(''),
  protocol: parseAsStringLiteral(protocols).withDefault('chat'),
  baseUrl: parseAsString.withDefault(''),
  model: parseAsString.withDefault(''),
  template: parseAsString,
  card: parseAsString,
};

/** A new endpoint as a link proposes it (`?add=1&…`); no link can bring a key, and nothing is stored before Save. */
export function usePrefilledDraft(): { prefill: Partial<EndpointDraft> | null; forget: () => void } {
  const [{ add, card, ...fields }, setProposal] = useQueryStates(parsers);
  return {
    prefill: add === null ? null : { ...fields, cardId: card },
    forget: () => void setProposal(null),
  };
}
