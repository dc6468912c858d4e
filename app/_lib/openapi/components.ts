import type { z } from 'zod';
import { errorSchema } from '#app/_lib/openapi/error-schema.ts';
import { comparisonSummarySchema } from '#lib/arena/history-schema.ts';
import {
  comparisonInputSchema,
  comparisonSchema,
  eventSchemas,
  laneSchema,
  responseSchema,
  turnInputSchema,
  turnSchema,
} from '#lib/arena/schema.ts';
import { cardSchema } from '#lib/catalog/schema.ts';
import {
  discoveredEndpointSchema,
  endpointInputSchema,
  endpointPatchSchema,
  endpointSchema,
} from '#lib/endpoints/schema.ts';
import { ballotInputSchema, ballotSchema, revealSchema } from '#lib/preferences/ballot-schema.ts';
import { manifestSchema } from '#lib/preferences/export/manifest.ts';
import { preferenceSchema } from '#lib/preferences/log-schema.ts';

/** What requests hold, by its name in the document. Anything else is written where it stands. */
export const inputs: Readonly<Record<string, z.ZodType>> = {
  EndpointInput: endpointInputSchema,
  EndpointPatch: endpointPatchSchema,
  ComparisonInput: comparisonInputSchema,
  TurnInput: turnInputSchema,
  BallotInput: ballotInputSchema,
};

/** What answers hold. */
export const outputs: Readonly<Record<string, z.ZodType>> = {
  Error: errorSchema,
  Endpoint: endpointSchema,
  DiscoveredEndpoint: discoveredEndpointSchema,
  Comparison: comparisonSchema,
  ComparisonSummary: comparisonSummarySchema,
  Lane: laneSchema,
  Turn: turnSchema,
  Response: responseSchema,
  Ballot: ballotSchema,
  Reveal: revealSchema,
  Preference: preferenceSchema,
  Manifest: manifestSchema,
  Card: cardSchema,
};

/** `turn-start` is described as TurnStartEvent. */
export const eventComponent = (event: string): string =>
  `${event.replace(/(^|-)([a-z])/g, (_, _dash, letter: string) => letter.toUpperCase())}Event`;

export const events: Readonly<Record<string, z.ZodType>> = Object.fromEntries(
  Object.entries(eventSchemas).map(([event, schema]) => [eventComponent(event), schema]),
);
