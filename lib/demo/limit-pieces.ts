export type FinishReason = 'stop' | 'length';

/** How an answer ended; `tokens` counts the pieces that were taken. */
export type PiecesEnd = { finishReason: FinishReason; tokens: number };

/** How much of the end of `text` could be the beginning of a stop string that is still to come. */
function heldBack(text: string, stops: readonly string[]): number {
  const longest = Math.max(0, ...stops.map((stop) => stop.length - 1));
  for (let length = Math.min(longest, text.length); length > 0; length -= 1) {
    const end = text.slice(-length);
    if (stops.some((stop) => stop.startsWith(end))) return length;
  }
  return 0;
}

function firstStop(text: string, stops: readonly string[]): number {
  const found = stops.map((stop) => text.indexOf(stop)).filter((at) => at >= 0);
  return found.length > 0 ? Math.min(...found) : -1;
}

/**
 * Passes pieces on until `maxTokens` of them have come, or a stop string appears: it and all after it is cut off,
 * also where it lies across pieces. Returns how it ended.
 */
export function* limitPieces(
  pieces: Iterable<string>,
  limits: { maxTokens: number; stop: readonly string[] },
): Generator<string, PiecesEnd> {
  let waiting = '';
  let taken = 0;
  for (const piece of pieces) {
    if (taken === limits.maxTokens) {
      if (waiting) yield waiting;
      return { finishReason: 'length', tokens: taken };
    }
    taken += 1;
    waiting += piece;
    const at = firstStop(waiting, limits.stop);
    if (at >= 0) {
      if (at > 0) yield waiting.slice(0, at);
      return { finishReason: 'stop', tokens: taken };
    }
    const ready = waiting.length - heldBack(waiting, limits.stop);
    if (ready > 0) yield waiting.slice(0, ready);
    waiting = waiting.slice(ready);
  }
  if (waiting) yield waiting;
  return { finishReason: 'stop', tokens: taken };
}
