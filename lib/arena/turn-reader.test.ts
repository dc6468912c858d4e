import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { laneLabels } from '#lib/arena/lane-labels.ts';
import type { LaneLabel, Response, TurnEvent } from '#lib/arena/schema.ts';
import { readTurnEvents } from '#lib/arena/turn-reader.ts';
import { type ConnectionState, followTurn } from '#lib/arena/turn-reader-follow.ts';
import { createPace } from '#lib/arena/turn-reader-pace.ts';
import { createTurnStore } from '#lib/arena/turn-reader-store.ts';
import { applyTurnEvent, emptyResponse, type TurnView, viewOf } from '#lib/arena/turn-reader-view.ts';

const turnId = 'turn';
const start: TurnView = viewOf({ turnId, status: 'running', responses: [] });
const anyText = fc.string({ unit: 'grapheme', maxLength: 12 });

type Script = { laneId: string; label: LaneLabel; reasoning: string[]; text: string[] }[];
const anyScript: fc.Arbitrary<Script> = fc
  .array(fc.record({ reasoning: fc.array(anyText), text: fc.array(anyText) }), { minLength: 1, maxLength: 8 })
  .map((lanes) =>
    lanes.map((lane, position) => ({
      laneId: `lane-${position}`,
      label: laneLabels[position] ?? 'A',
      ...lane,
    })),
  );

function finalResponse({ laneId, text, reasoning }: Script[number]): Response {
  const joined = reasoning.join('');
  return { ...emptyResponse(laneId), status: 'complete', text: text.join(''), reasoning: joined || null };
}

/** The deltas of every lane in order, the lanes taking turns, as a server would send them. */
function eventsOf(script: Script): TurnEvent[] {
  const events: TurnEvent[] = [
    { event: 'turn-start', data: { turnId, lanes: script.map(({ laneId, label }) => ({ laneId, label })) } },
  ];
  const offsets = new Map<string, number>();
  const longest = Math.max(...script.map((lane) => lane.reasoning.length + lane.text.length));
  for (let step = 0; step < longest; step += 1) {
    for (const { laneId, reasoning, text } of script) {
      const thought = reasoning[step];
      const piece = text[step - reasoning.length];
      const kind = thought === undefined ? 'text' : 'reasoning';
      const value = thought ?? piece;
      if (value === undefined) continue;
      const offset = offsets.get(laneId + kind) ?? 0;
      offsets.set(laneId + kind, offset + value.length);
      const data =
        kind === 'text'
          ? { laneId, offset, text: value }
          : { laneId, reasoningOffset: offset, reasoning: value };
      events.push({ event: 'lane-delta', data });
    }
  }
  for (const lane of script) {
    events.push({ event: 'lane-end', data: { laneId: lane.laneId, response: finalResponse(lane) } });
  }
  return [...events, { event: 'turn-end', data: { turnId, status: 'complete' } }];
}

function encode(events: TurnEvent[], lineEnd = '\n'): Uint8Array<ArrayBuffer> {
  const lines = events.flatMap(({ event, data }, id) => [
    `event: ${event}`,
    `id: ${id}`,
    `data: ${JSON.stringify(data)}`,
    '',
    ': ping',
    '',
  ]);
  return new TextEncoder().encode(lines.map((line) => line + lineEnd).join(''));
}

function bodyOf(bytes: Uint8Array<ArrayBuffer>, cuts: number[], broken = false) {
  const ends = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((a, b) => a - b);
  return new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      let from = 0;
      for (const end of [...ends, bytes.length]) {
        controller.enqueue(bytes.slice(from, end));
        from = end;
      }
      if (broken) controller.error(new TypeError('network error'));
      else controller.close();
    },
  });
}

function fold(events: TurnEvent[]): TurnView {
  return events.reduce((view, event) => applyTurnEvent(view, event).view, start);
}

async function collect(body: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<TurnEvent[]> {
  return Array.fromAsync(readTurnEvents(body));
}

describe('readTurnEvents', () => {
  it('gives the same events however the bytes are cut', async () => {
    const property = fc.asyncProperty(
      anyScript,
      fc.array(fc.nat()),
      fc.constantFrom('\n', '\r\n', '\r'),
      async (script, cuts, lineEnd) => {
        const events = eventsOf(script);
        expect(await collect(bodyOf(encode(events, lineEnd), cuts))).toEqual(events);
      },
    );
    await fc.assert(property);
  });

  it('passes over events it does not know and refuses malformed ones', async () => {
    const bytes = (text: string) => bodyOf(new TextEncoder().encode(text), []);
    expect(await collect(bytes('event: confetti\ndata: {}\n\n'))).toEqual([]);
    await expect(collect(bytes('event: turn-end\ndata: {}\n\n'))).rejects.toThrow();
    await expect(collect(bytes('event: turn-end\ndata: {"turnId"\n\n'))).rejects.toThrow();
  });
});

describe('applyTurnEvent', () => {
  it('ends with exactly what was said, with every event given once, twice or again later', () => {
    const property = fc.property(anyScript, fc.array(fc.nat(3)), (script, repeats) => {
      const events = eventsOf(script);
      const deltas = events.filter(({ event }) => event === 'lane-delta');
      const rest = events.slice(1 + deltas.length);
      const doubled = deltas.flatMap((event, index) => [
        event,
        ...Array.from({ length: repeats[index] ?? 0 }, (_, back) => deltas[index - back] ?? event),
      ]);
      const streamed = fold([...events.slice(0, 1), ...doubled]);
      for (const lane of script) {
        expect(streamed.lanes[lane.laneId]?.text).toBe(lane.text.join(''));
        expect(streamed.lanes[lane.laneId]?.reasoning ?? '').toBe(lane.reasoning.join(''));
      }
      expect(fold([...events.slice(0, 1), ...doubled, ...rest])).toEqual(fold(events));
    });
    fc.assert(property);
  });

  it('takes only the new part of a delta that overlaps', () => {
    const view = fold([{ event: 'turn-start', data: { turnId, lanes: [{ laneId: 'a', label: 'A' }] } }]);
    const one = applyTurnEvent(view, {
      event: 'lane-delta',
      data: { laneId: 'a', offset: 0, text: 'hello' },
    });
    const two = applyTurnEvent(one.view, {
      event: 'lane-delta',
      data: { laneId: 'a', offset: 3, text: 'lo you' },
    });
    expect(two.view.lanes.a?.text).toBe('hello you');
  });

  it('reports a gap and changes nothing when text is missing, the lane unknown or already ended', () => {
    const ended = fold(eventsOf([{ laneId: 'a', label: 'A', reasoning: [], text: ['abc'] }]));
    const missing: TurnEvent[] = [
      { event: 'lane-delta', data: { laneId: 'a', offset: 0, text: 'new attempt' } },
      { event: 'lane-delta', data: { laneId: 'b', offset: 0, text: 'x' } },
    ];
    for (const event of missing) expect(applyTurnEvent(ended, event)).toEqual({ view: ended, gap: true });
    const fresh = fold([{ event: 'turn-start', data: { turnId, lanes: [{ laneId: 'a', label: 'A' }] } }]);
    const late: TurnEvent = { event: 'lane-delta', data: { laneId: 'a', offset: 4, text: 'late' } };
    expect(applyTurnEvent(fresh, late)).toEqual({ view: fresh, gap: true });
  });
});

describe('followTurn', () => {
  it('neither loses nor doubles text when the connection breaks anywhere, any number of times', async () => {
    const property = fc.asyncProperty(
      anyScript,
      fc.array(fc.nat(), { maxLength: 5 }),
      async (script, breaks) => {
        const events = eventsOf(script);
        const whole = encode(events);
        let view = start;
        const states: ConnectionState[] = [];
        const remaining = [...breaks];
        await followTurn({
          open: async (attempt) => {
            if (attempt > 0 && remaining.length % 2 === 1) {
              remaining.pop();
              throw new TypeError('fetch failed');
            }
            const at = remaining.pop();
            if (attempt === 0)
              return bodyOf(at === undefined ? whole : whole.slice(0, at % whole.length), [], true);
            // A later view starts with what the server has by then, which may be more or less than was seen.
            const known = at === undefined ? events.length : 1 + (at % events.length);
            const snapshot = Object.values(fold(events.slice(0, known)).lanes);
            const first: TurnEvent = { event: 'snapshot', data: { turnId, responses: snapshot } };
            const rest = at === undefined ? events.slice(-1) : events.slice(known);
            return bodyOf(encode([first, ...rest]), [], at !== undefined);
          },
          onEvent: (event) => {
            const step = applyTurnEvent(view, event);
            view = step.view;
            return step.gap;
          },
          onConnection: (state) => states.push(state),
          wait: async () => undefined,
          isWorthRetrying: (error) => error instanceof TypeError,
          signal: new AbortController().signal,
        });
        expect(view).toEqual(fold(events));
        expect(states[0]).toBe('connecting');
      },
    );
    await fc.assert(property);
  });

  it('gives up on what trying again cannot change', async () => {
    const following = followTurn({
      open: () => Promise.reject(new RangeError('no such turn')),
      onEvent: () => false,
      onConnection: () => undefined,
      wait: async () => undefined,
      isWorthRetrying: (error) => !(error instanceof RangeError),
      signal: new AbortController().signal,
    });
    await expect(following).rejects.toThrow('no such turn');
  });
});

describe('createTurnStore', () => {
  it('wakes only the lane that changed, starts at once, deltas and ends when the pace says so', () => {
    const jobs: (() => void)[] = [];
    const pace = (job: () => void) => void jobs.push(job);
    const seed = { key: 'k', turnId: null, prompt: 'p', status: 'running', responses: [] } as const;
    const store = createTurnStore(seed, ['a', 'b'], pace);
    const woken: string[] = [];
    for (const laneId of ['a', 'b']) store.lane(laneId).subscribe(() => woken.push(laneId));
    const say = (laneId: string, offset: number, text: string) =>
      store.apply({ event: 'lane-delta', data: { laneId, offset, text } });

    store.apply({ event: 'turn-start', data: { turnId, lanes: [] } });
    expect(store.turnId.get()).toBe(turnId);
    const lanes = [
      { laneId: 'a', label: 'A' as const },
      { laneId: 'b', label: 'B' as const },
    ];
    store.apply({ event: 'turn-start', data: { turnId, lanes } });
    say('a', 0, 'one');
    expect(woken).toEqual(['a']);
    say('a', 3, ' two');
    say('a', 7, ' three');
    expect(store.lane('a').get().text).toBe('one');
    jobs.shift()?.();
    expect(store.lane('a').get().text).toBe('one two three');
    expect(woken).toEqual(['a', 'a']);
    const response = { ...emptyResponse('b'), status: 'failed' as const };
    store.apply({ event: 'lane-end', data: { laneId: 'b', response } });
    expect(woken).toEqual(['a', 'a']);
    jobs.shift()?.();
    expect(store.lane('b').get()).toBe(response);
    expect(woken).toEqual(['a', 'a', 'b']);
  });
});

describe('createPace', () => {
  /** `painting` is what each frame costs besides its jobs. */
  function setUp(prices: Record<string, number>, painting: number) {
    const frames: (() => void)[] = [];
    const paints: (() => void)[] = [];
    const ran: string[] = [];
    let clock = 0;
    const pace = createPace({
      requestFrame: (callback) => frames.push(callback),
      afterFrame: (callback) => paints.push(callback),
      now: () => clock,
      budget: 6,
    });
    const jobs = Object.entries(prices).map(([name, price]) => () => {
      ran.push(name);
      clock += price;
    });
    const frame = async () => {
      for (const callback of frames.splice(0)) callback();
      await new Promise(setImmediate);
      clock += paints.length * painting;
      for (const callback of paints.splice(0)) callback();
      return ran.splice(0).join('');
    };
    const wait = (time: number) => {
      clock += time;
    };
    return { jobs, pace, frame, frames, wait };
  }

  it('runs jobs until the time of a frame is spent, the longest waiting first, none twice', async () => {
    const { jobs, pace, frame, frames, wait } = setUp({ a: 2, b: 5, c: 1, d: 1 }, 0);
    for (const job of [...jobs, ...jobs]) pace(job);
    expect(frames).toHaveLength(1);
    expect(await frame()).toBe('ab');
    wait(7);
    expect(await frame()).toBe('cd');
    expect(frames).toHaveLength(0);
  });

  it('rests after a frame for as long as it took with its painting, and then goes on', async () => {
    const { jobs, pace, frame, frames, wait } = setUp({ a: 30, b: 1 }, 10);
    for (const job of jobs) pace(job);
    expect(await frame()).toBe('a');
    wait(39);
    expect(await frame()).toBe('');
    wait(1);
    expect(await frame()).toBe('b');
    expect(frames).toHaveLength(0);
  });
});
