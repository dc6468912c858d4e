import type { Comparison, LaneInput } from '#lib/arena/schema.ts';
import type { Params } from '#lib/endpoints/schema.ts';

/** One lane as the person set it up; its own parameters and system prompt go over the shared ones. */
export type LaneSetup = { readonly endpointId: string; readonly params: Params; readonly system: string };

/** What a new comparison will be made of. */
export type Setup = {
  readonly lanes: readonly LaneSetup[];
  readonly params: Params;
  readonly system: string;
};

export const maxLanes = 8;

export function newLane(endpointId: string): LaneSetup {
  return { endpointId, params: {}, system: '' };
}

/** What each lane will be asked with, the shared settings folded in. */
export function laneInputs(setup: Setup): LaneInput[] {
  return setup.lanes.map((lane) => {
    const params = { ...setup.params, ...lane.params };
    const system = lane.system.trim() === '' ? setup.system : lane.system;
    return {
      endpointId: lane.endpointId,
      ...(Object.keys(params).length > 0 && { params }),
      ...(system.trim() !== '' && { system }),
    };
  });
}

/** The setup that an existing comparison was made of. */
export function setupOf(comparison: Comparison): Setup {
  return {
    lanes: comparison.lanes.map((lane) => ({
      endpointId: lane.endpointId ?? '',
      params: lane.params ?? {},
      system: lane.system ?? '',
    })),
    params: {},
    system: comparison.system ?? '',
  };
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** True when both ask the same endpoints in the same order in the same way. */
export function isSameSetup(one: Setup, other: Setup): boolean {
  return canonical(laneInputs(one)) === canonical(laneInputs(other));
}

export function moveLane(setup: Setup, from: number, to: number): Setup {
  const moved = setup.lanes[from];
  if (!moved || to < 0 || to >= setup.lanes.length) return setup;
  const rest = setup.lanes.filter((_, position) => position !== from);
  return { ...setup, lanes: [...rest.slice(0, to), moved, ...rest.slice(to)] };
}

export function replaceLane(setup: Setup, position: number, lane: LaneSetup): Setup {
  return { ...setup, lanes: setup.lanes.map((old, at) => (at === position ? lane : old)) };
}

export function removeLane(setup: Setup, position: number): Setup {
  return { ...setup, lanes: setup.lanes.filter((_, at) => at !== position) };
}
