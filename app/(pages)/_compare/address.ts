'use client';

import { createParser, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { layouts } from '#components/compare/layouts.ts';
import { decodeLanes, decodeParams, encodeLanes, encodeParams } from '#components/compare/setup-codec.ts';
import { laneLabels } from '#lib/arena/lane-labels.ts';

const parseAsLanes = createParser({
  parse: decodeLanes,
  serialize: encodeLanes,
  eq: (one, other) => encodeLanes(one) === encodeLanes(other),
});

const parseAsParams = createParser({
  parse: decodeParams,
  serialize: encodeParams,
  eq: (one, other) => encodeParams(one) === encodeParams(other),
});

const address = {
  comparison: parseAsString,
  lanes: parseAsLanes,
  params: parseAsParams,
  system: parseAsString,
  layout: parseAsStringLiteral(layouts),
  /** The lane in sight where the layout shows one at a time. */
  lane: parseAsStringLiteral(laneLabels),
};

/** The state of the page that a link carries. */
export function useAddress() {
  return useQueryStates(address);
}

export type Address = ReturnType<typeof useAddress>[0];
export type SetAddress = ReturnType<typeof useAddress>[1];
