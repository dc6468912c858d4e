import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { text as readText } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { createEventStream } from '#lib/arena/event-stream.ts';
import { sendEvents } from '#lib/arena/send-events.ts';
import { SettledLane } from '#lib/arena/stored-turn.ts';
import type { TurnSource } from '#lib/arena/turn-source.ts';

const open = { opening: 'turn-start', isBlind: false } as const;

/** One lane whose answer the test writes. */
function setUp() {
  const listeners = new Set<() => void>();
  const response = {
    ...{ laneId: 'a', status: 'streaming' as const, text: '', reasoning: null, finishReason: null },
    ...{ error: null, attempts: 1, usage: null, timing: null, costUsd: null },
  };
  const lane = () => [new SettledLane({ label: 'A', responseId: 'r', response })];
  const source = {
    ...{ turnId: 't', lanes: lane(), isEnded: false, saveState: 'pending', status: 'running', tick: 0 },
    onNextTick: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  } satisfies TurnSource;
  const tell = (change: Partial<TurnSource>) => {
    Object.assign(source, change, { tick: source.tick + 1 });
    const told = [...listeners];
    listeners.clear();
    for (const listener of told) listener();
  };
  const write = (more: string) => {
    response.text += more;
    tell({});
  };
  return {
    source,
    listeners,
    write,
    end: () => tell({ isEnded: true, saveState: 'saved', status: 'complete' }),
  };
}

test('writes the same bytes as the stream that the page server takes', async () => {
  const { source, write, end } = setUp();
  const socket = new PassThrough();
  const [sent, streamed] = [readText(socket), new Response(createEventStream(source, open)).text()];
  sendEvents(source, open, socket);
  // The web stream is pulled from microtasks, and then waits for news like the socket.
  for (const word of ['one ', 'two 世界']) {
    await new Promise(setImmediate);
    write(word);
  }
  await new Promise(setImmediate);
  end();
  expect(await sent).toBe(await streamed);
  expect(await sent).toContain('"offset":4,"text":"two 世界"');
  expect(await sent).toMatch(/event: turn-end\nid: \d+\ndata: .*\n\n$/);
});

test('produces nothing for a reader that takes nothing, then all of it at once', async () => {
  const { source, listeners, write, end } = setUp();
  const socket = new PassThrough({ highWaterMark: 1 });
  sendEvents(source, open, socket);
  for (let index = 0; index < 1000; index += 1) write('0123456789');
  expect(listeners.size).toBe(0);
  expect(socket.writableLength + socket.readableLength).toBeLessThan(3000);
  const sent = readText(socket);
  await once(socket, 'drain');
  end();
  expect((await sent).match(/event: lane-delta/g)).toHaveLength(1);
});

test('waits for nothing any more once the reader has left', async () => {
  const { source, listeners, write } = setUp();
  const socket = new PassThrough();
  sendEvents(source, open, socket);
  expect(listeners.size).toBe(1);
  socket.destroy();
  await once(socket, 'close');
  expect(listeners.size).toBe(0);
  write('unheard');
  sendEvents(source, open, socket);
  expect(listeners.size).toBe(0);
});
