'use client';

import { useMemo } from 'react';
import type { Address, SetAddress } from '#app/(pages)/_compare/address.ts';
import { remember, useRemembered } from '#app/(pages)/_compare/remembered.ts';
import { isSameSetup, newLane, type Setup, setupOf } from '#components/compare/setup.ts';
import { encodeLanes, encodeParams, maxSystemInUrl } from '#components/compare/setup-codec.ts';
import type { Comparison } from '#lib/arena/schema.ts';
import type { Endpoint } from '#lib/endpoints/schema.ts';

export type SetupState = {
  setup: Setup;
  /** The lanes are no longer those of the open comparison: the next prompt starts another. */
  isFork: boolean;
  change: (setup: Setup) => void;
  /** Back to the lanes of the open comparison. */
  undoFork: () => void;
};

/** The endpoints that a first visit begins with: the demo programs, which always work. */
function firstSetup(endpoints: readonly Endpoint[]): Setup {
  const demos = endpoints.filter((endpoint) => endpoint.source === 'demo' && endpoint.enabled);
  return { lanes: demos.slice(0, 3).map((endpoint) => newLane(endpoint.id)), params: {}, system: '' };
}

/** The address holds no long system prompts; what this device remembers of the same lanes may. */
function fromAddress({ lanes, params, system }: Address, remembered: Setup | null): Setup | null {
  if (!lanes) return null;
  const setup = { lanes, params: params ?? {}, system: system ?? '' };
  const isKnown =
    remembered !== null &&
    encodeLanes(remembered.lanes) === encodeLanes(lanes) &&
    encodeParams(remembered.params) === encodeParams(setup.params) &&
    (setup.system === '' || setup.system === remembered.system);
  return isKnown ? remembered : setup;
}

function toAddress(setup: Setup) {
  return {
    lanes: [...setup.lanes],
    params: Object.keys(setup.params).length > 0 ? setup.params : null,
    system: setup.system === '' || setup.system.length > maxSystemInUrl ? null : setup.system,
  };
}

const nowhere = { lanes: null, params: null, system: null };

/** What will be asked next: from the address, the open comparison, this device's memory, or the demo endpoints. */
export function useSetup(
  [address, setAddress]: readonly [Address, SetAddress],
  comparison: Comparison | null,
  endpoints: readonly Endpoint[],
): SetupState {
  const remembered = useRemembered().setup;
  return useMemo(() => {
    const own = comparison ? setupOf(comparison) : null;
    const lasting = remembered && remembered.lanes.length > 0 ? remembered : firstSetup(endpoints);
    const setup = fromAddress(address, remembered) ?? own ?? lasting;
    return {
      setup,
      isFork: own !== null && !isSameSetup(setup, own),
      change: (next) => {
        remember({ setup: next });
        const isOwn = own !== null && isSameSetup(next, own);
        void setAddress(isOwn ? nowhere : toAddress(next));
      },
      undoFork: () => void setAddress(nowhere),
    };
  }, [address, setAddress, comparison, endpoints, remembered]);
}
