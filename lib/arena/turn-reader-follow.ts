import type { TurnEvent } from '#lib/arena/schema.ts';
import { readTurnEvents } from '#lib/arena/turn-reader.ts';

export type EventBody = ReadableStream<Uint8Array<ArrayBuffer>>;
export type ConnectionState = 'connecting' | 'open' | 'reconnecting';

export type FollowOptions = {
  /** Opens the stream: the first time, after a lost connection (`attempt` counts from 1), and after a gap. */
  open: (attempt: number) => Promise<EventBody>;
  /** Returns true when text is missing, so that a fresh stream with a snapshot is wanted. */
  onEvent: (event: TurnEvent) => boolean;
  onConnection: (state: ConnectionState) => void;
  /** Resolves when it is time for the next attempt; attempts count from 1 since the last event. */
  wait: (attempt: number) => Promise<void>;
  /** False for an answer that trying again cannot change (the turn is not there, the prompt is refused). */
  isWorthRetrying: (error: unknown) => boolean;
  signal: AbortSignal;
};

type Outcome = 'ended' | 'gap' | 'lost';

async function readOnce(options: FollowOptions, body: EventBody, onProgress: () => void): Promise<Outcome> {
  for await (const event of readTurnEvents(body)) {
    if (options.signal.aborted) return 'ended';
    onProgress();
    if (options.onEvent(event)) return 'gap';
    if (event.event === 'turn-end') return 'ended';
  }
  return 'lost';
}

/** One connection, from opening it to losing it. Throws only what must not be tried again. */
async function connectOnce(
  options: FollowOptions,
  attempt: number,
  onProgress: () => void,
): Promise<Outcome> {
  try {
    const body = await options.open(attempt);
    options.onConnection('open');
    return await readOnce(options, body, onProgress);
  } catch (error) {
    if (options.signal.aborted) return 'ended';
    if (!options.isWorthRetrying(error)) throw error;
    return 'lost';
  }
}

/**
 * Follows a turn until it ends or `signal` is aborted, through any number of lost connections.
 * A stream that ends without `turn-end` counts as lost. Rejects with what is not worth retrying.
 */
export async function followTurn(options: FollowOptions): Promise<void> {
  let attempt = 0;
  options.onConnection('connecting');
  while (!options.signal.aborted) {
    const outcome = await connectOnce(options, attempt, () => {
      attempt = 0;
    });
    if (outcome === 'ended') return;
    attempt += 1;
    options.onConnection('reconnecting');
    // The first gap is mended at once; only repeated ones wait like lost connections do.
    if (outcome === 'lost' || attempt > 1) await options.wait(attempt);
  }
}
