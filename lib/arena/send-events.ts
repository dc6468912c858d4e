import type { Writable } from 'node:stream';
import { EventFeed, ping, pingMs } from '#lib/arena/event-feed.ts';
import type { TurnSource } from '#lib/arena/turn-source.ts';
import type { TurnViewOptions } from '#lib/arena/turn-view.ts';

/**
 * Writes one view of a turn to a socket, without a web stream in between. What a slow reader has not taken is not
 * produced. Ends after `turn-end`, or when the reader leaves.
 */
export function sendEvents(source: TurnSource, options: TurnViewOptions, response: Writable): void {
  // The reader has left before there was anything to send.
  if (response.destroyed) return;
  const feed = new EventFeed(source, options);
  let isSilent = true;
  let forget = () => {};
  const send = (text: string) => {
    const hasRoom = text === '' || response.write(text);
    if (text !== '') isSilent = false;
    if (feed.isOver) response.end();
    else if (hasRoom) forget = feed.onNews(sendNews);
    else response.once('drain', sendNews);
  };
  const sendNews = () => {
    if (!response.destroyed) send(feed.read());
  };
  const pinging = setInterval(() => {
    if (isSilent && !response.writableNeedDrain) response.write(ping);
    isSilent = true;
  }, pingMs);
  // A broken connection; its close follows.
  response.on('error', () => {});
  response.once('close', () => {
    clearInterval(pinging);
    forget();
  });
  send(feed.open());
}
