import type { LaneLabel, Response, TurnStatus } from '#lib/arena/schema.ts';

/** One lane as a view reads it: of a run in this process, or as the database knows it. */
export type LaneSource = {
  readonly laneId: string;
  readonly label: LaneLabel;
  /** Changes when a person retries the lane; a view then starts over. */
  readonly responseId: string;
  readonly isEnded: boolean;
  /** How many lanes the endpoint answers before this one; null unless it waits for its turn in this process. */
  readonly ahead: number | null;
  textFrom(offset: number): string;
  reasoningFrom(offset: number): string;
  toResponse(): Response;
};

/**
 * `delayed`: every lane has ended but the database has not taken it yet; `lost`: it never will, because it has
 * forgotten the turn.
 */
export type SaveState = 'pending' | 'delayed' | 'saved' | 'lost';

/** A turn as a view reads it. */
export type TurnSource = {
  readonly turnId: string;
  readonly lanes: readonly LaneSource[];
  /** Every lane has ended, and none will be drawn anew. */
  readonly isEnded: boolean;
  readonly saveState: SaveState;
  /** `complete` once every lane has ended and is stored, or cannot be. */
  readonly status: TurnStatus;
  /** Counts the changes that views were told of; a view that has seen this one has seen everything before it. */
  readonly tick: number;
  /** Calls once at the next tick; the returned function takes it back. */
  onNextTick(listener: () => void): () => void;
};
