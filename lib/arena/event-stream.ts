import type { TurnEvent } from '#lib/arena/schema.ts';
import type { TurnSource } from '#lib/arena/turn-source.ts';
import { TurnView, type TurnViewOptions } from '#lib/arena/turn-view.ts';

/** Proxies and browsers drop connections that stay silent for longer. */
const pingMs = 15_000;
/** Safari shows nothing of a stream before its first 1,024 bytes. */
const padding = `: ${' '.repeat(1024)}\n\n`;

/** Events in the wire form of server-sent events; ids count up from `firstId`. */
export function encodeEvents(events: readonly TurnEvent[], firstId: number): string {
  return events
    .map(
      ({ event, data }, index) =>
        `event: ${event}\nid: ${firstId + index}\ndata: ${JSON.stringify(data)}\n\n`,
    )
    .join('');
}

/**
 * The byte stream of one view of a turn. It is pulled: what a slow reader has not taken is not
 * produced, so it costs neither memory nor the run's time. Ends after `turn-end`.
 */
export function createEventStream(source: TurnSource, options: TurnViewOptions): ReadableStream<Uint8Array> {
  const view = new TurnView(source, options);
  const encoder = new TextEncoder();
  let nextId = 1;
  let seenTick = source.tick;
  let stopWaiting = () => {};
  const encode = (events: readonly TurnEvent[], before = '') => {
    const text = before + encodeEvents(events, nextId);
    nextId += events.length;
    return encoder.encode(text);
  };
  const isSilent = async () => {
    if (source.tick !== seenTick) return false;
    const wait = waitForTick(source);
    stopWaiting = wait.stop;
    return await wait.silence;
  };
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        controller.enqueue(encode([...view.open(), ...view.read()], padding));
        if (view.isOver) controller.close();
      },
      async pull(controller) {
        for (;;) {
          const silence = await isSilent();
          seenTick = source.tick;
          const events = view.read();
          if (events.length > 0) controller.enqueue(encode(events));
          else if (silence) controller.enqueue(encoder.encode(': ping\n\n'));
          if (view.isOver) controller.close();
          if (events.length > 0 || silence || view.isOver) return;
        }
      },
      cancel() {
        stopWaiting();
      },
    },
    { highWaterMark: 1 },
  );
}

/** `silence` resolves to false at the next tick, to true after `pingMs` without one or when stopped. */
function waitForTick(source: TurnSource): { silence: Promise<boolean>; stop: () => void } {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const end = (isSilent: boolean) => {
    clearTimeout(timer);
    forget();
    resolve(isSilent);
  };
  const forget = source.onNextTick(() => end(false));
  const timer = setTimeout(() => end(true), pingMs);
  return { silence: promise, stop: () => end(true) };
}
