import { EventSourceParserStream } from 'eventsource-parser/stream';
import { eventSchemas, type TurnEvent } from '#lib/arena/schema.ts';

function isEventName(name: string): name is keyof typeof eventSchemas {
  return Object.hasOwn(eventSchemas, name);
}

/** An event of a newer server that this reader does not know is passed over; a malformed one throws. */
function parseEvent(name: string, data: string): TurnEvent | null {
  if (!isEventName(name)) return null;
  // The schema chosen by the name is what makes the pair a TurnEvent.
  return { event: name, data: eventSchemas[name].parse(JSON.parse(data)) } as TurnEvent;
}

/**
 * Reads the event stream of a turn (text/event-stream, however it was cut into chunks).
 * Ends when the body ends; throws what the connection threw. Leaving the loop closes the connection.
 */
export async function* readTurnEvents(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<TurnEvent> {
  const reader = body
    .pipeThrough(new TextDecoderStream())
    .pipeThrough(new EventSourceParserStream())
    .getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const event = parseEvent(value.event ?? 'message', value.data);
      if (event) yield event;
    }
  } finally {
    // A connection that is already broken may refuse to be closed again.
    await reader.cancel().catch(() => undefined);
  }
}
