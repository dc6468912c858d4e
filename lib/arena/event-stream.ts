import { EventFeed, ping, pingMs } from '#lib/arena/event-feed.ts';
import type { TurnSource } from '#lib/arena/turn-source.ts';
import type { TurnViewOptions } from '#lib/arena/turn-view.ts';

/**
 * The byte stream of one view of a turn. It is pulled: what a slow reader has not taken is not
 * produced, so it costs neither memory nor the run's time. Ends after `turn-end`.
 */
export function createEventStream(source: TurnSource, options: TurnViewOptions): ReadableStream<Uint8Array> {
  const feed = new EventFeed(source, options);
  const encoder = new TextEncoder();
  let stopWaiting = () => {};
  const isSilent = async () => {
    if (feed.hasNews) return false;
    const wait = waitForNews(feed);
    stopWaiting = wait.stop;
    return await wait.silence;
  };
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        controller.enqueue(encoder.encode(feed.open()));
        if (feed.isOver) controller.close();
      },
      async pull(controller) {
        for (;;) {
          const silence = await isSilent();
          const events = feed.read();
          const text = events === '' && silence ? ping : events;
          if (text !== '') controller.enqueue(encoder.encode(text));
          if (feed.isOver) controller.close();
          if (text !== '' || feed.isOver) return;
        }
      },
      cancel() {
        stopWaiting();
      },
    },
    { highWaterMark: 1 },
  );
}

/** `silence` resolves to false at the next news, to true after `pingMs` without any or when stopped. */
function waitForNews(feed: EventFeed): { silence: Promise<boolean>; stop: () => void } {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const end = (isSilent: boolean) => {
    clearTimeout(timer);
    forget();
    resolve(isSilent);
  };
  const forget = feed.onNews(() => end(false));
  const timer = setTimeout(() => end(true), pingMs);
  return { silence: promise, stop: () => end(true) };
}
