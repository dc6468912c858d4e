import type { Response, TurnEvent, TurnStatus } from '#lib/arena/schema.ts';
import type { ConnectionState } from '#lib/arena/turn-reader-follow.ts';
import {
  applyTurnEvent,
  emptyResponse,
  isFinal,
  type SaveTrouble,
  type TurnView,
  viewOf,
} from '#lib/arena/turn-reader-view.ts';

/** A value that can be watched; the shape React's useSyncExternalStore wants. */
export type Cell<Value> = {
  get: () => Value;
  subscribe: (listener: () => void) => () => void;
};

export type WritableCell<Value> = Cell<Value> & { set: (value: Value) => void };

export function createCell<Value>(initial: Value): WritableCell<Value> {
  let current = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => current,
    set: (value) => {
      if (Object.is(value, current)) return;
      current = value;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** Runs `job` soon; a second request for a job that still waits changes nothing. */
export type Schedule = (job: () => void) => void;

/** A turn as it is when its store is made: read from the server, or (turnId null) about to be asked. */
export type TurnSeed = {
  /** Stays the same for the life of the store. */
  key: string;
  turnId: string | null;
  prompt: string;
  status: TurnStatus;
  responses: readonly Response[];
};

export type TurnStore = {
  readonly key: string;
  readonly prompt: string;
  readonly laneIds: readonly string[];
  readonly turnId: Cell<string | null>;
  readonly status: Cell<TurnStatus>;
  /** How often a failed lane of a battle was drawn anew. */
  readonly redraws: Cell<number>;
  readonly connection: WritableCell<ConnectionState>;
  readonly saveTrouble: Cell<SaveTrouble>;
  lane: (laneId: string) => Cell<Response>;
  /** While a lane waits for its endpoint: how many are before it; else null. */
  ahead: (laneId: string) => Cell<number | null>;
  /** Returns true when text is missing and a snapshot is wanted. */
  apply: (event: TurnEvent) => boolean;
};

type LaneCell = { cell: WritableCell<Response>; ahead: WritableCell<number | null>; show: () => void };

/**
 * Holds one turn, with a cell of its own for every lane, so that one lane's text wakes one lane's watchers.
 * Its start is shown at once, its text and its end when `schedule` says so.
 */
export function createTurnStore(seed: TurnSeed, laneIds: readonly string[], schedule: Schedule): TurnStore {
  let view: TurnView = viewOf(seed);
  const turnId = createCell(seed.turnId);
  const status = createCell(seed.status);
  const saveTrouble = createCell<SaveTrouble>(null);
  const redraws = createCell(0);

  const createLane = (laneId: string): LaneCell => {
    const cell = createCell(view.lanes[laneId] ?? emptyResponse(laneId));
    const ahead = createCell<number | null>(null);
    return { cell, ahead, show: () => cell.set(view.lanes[laneId] ?? cell.get()) };
  };
  const lanes = new Map(laneIds.map((laneId) => [laneId, createLane(laneId)]));

  function laneOf(laneId: string): LaneCell {
    const lane = lanes.get(laneId);
    if (!lane) throw new Error(`lane ${laneId} is not part of turn ${seed.key}`);
    return lane;
  }

  function showChanges() {
    for (const [laneId, { cell, ahead, show }] of lanes) {
      ahead.set(view.ahead[laneId] ?? null);
      const next = view.lanes[laneId];
      if (!next || next === cell.get()) continue;
      // An end draws much at once, and lanes like to end together: they take turns, as growing text does.
      if (next.status === cell.get().status || isFinal(next)) schedule(show);
      else show();
    }
    if (view.turnId !== '') turnId.set(view.turnId);
    status.set(view.status);
    saveTrouble.set(view.saveTrouble);
    redraws.set(view.redraws);
  }

  return {
    key: seed.key,
    prompt: seed.prompt,
    laneIds,
    turnId,
    status,
    redraws,
    connection: createCell<ConnectionState>('open'),
    saveTrouble,
    lane: (laneId) => laneOf(laneId).cell,
    ahead: (laneId) => laneOf(laneId).ahead,
    apply: (event) => {
      const step = applyTurnEvent(view, event);
      view = step.view;
      showChanges();
      return step.gap;
    },
  };
}
