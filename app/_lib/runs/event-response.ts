import { createEventStream } from '#lib/arena/event-stream.ts';
import type { TurnSource } from '#lib/arena/turn-source.ts';
import type { TurnViewOptions } from '#lib/arena/turn-view.ts';

/** One view of a turn as server-sent events; nothing on the way may gather or change it. */
export function toEventResponse(source: TurnSource, options: TurnViewOptions): Response {
  return new Response(createEventStream(source, options), {
    headers: {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-cache, no-transform',
      'X-Accel-Buffering': 'no',
    },
  });
}
