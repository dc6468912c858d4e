import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { blindResponses } from '#lib/arena/blind-responses.ts';
import { BlindTurn } from '#lib/arena/blind-turn.ts';
import { IdentityMask } from '#lib/arena/identity-mask.ts';
import type { Response, ResponseStatus, TurnEvent } from '#lib/arena/schema.ts';
import type { LaneSource, TurnSource } from '#lib/arena/turn-source.ts';
import { TurnView } from '#lib/arena/turn-view.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const mask = new IdentityMask(['gpt-4', '通义千问']);

/** A lane whose model writes when the test says so. */
class WrittenLane implements LaneSource {
  readonly laneId: string;
  readonly label: 'A' | 'B';
  readonly ahead = 3;
  responseId = 'first';
  text = '';
  status: ResponseStatus = 'streaming';

  constructor(label: 'A' | 'B') {
    this.label = label;
    this.laneId = label;
  }

  get isEnded() {
    return this.status !== 'streaming';
  }

  textFrom = (offset: number) => this.text.slice(offset);
  reasoningFrom = () => 'secret';
  toResponse = (): Response => ({
    laneId: this.laneId,
    status: this.status,
    text: this.text,
    reasoning: 'secret',
    finishReason: 'stop',
    error: this.status === 'failed' ? { code: 'http-429', message: 'GPT is busy' } : null,
    attempts: 3,
    usage: { inputTokens: 1, outputTokens: 2, reasoningTokens: 3, estimated: false },
    timing: { timeToFirstTextMs: 1, durationMs: 2, tokensPerSecond: 3 },
    costUsd: 1,
  });
}

function start() {
  const lanes = [new WrittenLane('A'), new WrittenLane('B')] as const;
  const source: TurnSource = {
    turnId: 'turn',
    lanes,
    tick: 0,
    get isEnded() {
      return lanes.every((lane) => lane.isEnded);
    },
    get saveState() {
      return this.isEnded ? ('saved' as const) : ('pending' as const);
    },
    get status() {
      return this.isEnded ? ('complete' as const) : ('running' as const);
    },
    onNextTick: () => () => {},
  };
  const turn = new BlindTurn(source, mask);
  const view = new TurnView(turn, { opening: 'turn-start', isBlind: true });
  const events: TurnEvent[] = view.open();
  const look = () => {
    if (!view.isOver) turn.onNextTick(() => events.push(...view.read()));
  };
  /** Time passes, and the viewer looks at every step of it. */
  const wait = (ms: number) => {
    for (let passed = 0; passed < ms; passed += 50) {
      look();
      vi.advanceTimersByTime(50);
    }
  };
  return { lanes, turn, events, wait };
}

const textOf = (events: TurnEvent[], laneId: string) =>
  events.reduce(
    (text, { event, data }) =>
      event === 'lane-delta' && data.laneId === laneId ? text + (data.text ?? '') : text,
    '',
  );

test('says nothing until both have words, then both at one pace; ends come together', () => {
  const { lanes, events, wait } = start();
  const [a, b] = lanes;
  a.text = 'x'.repeat(900);
  a.status = 'complete';
  wait(1000);
  expect(events.map(({ event }) => event)).toEqual(['turn-start']);
  b.text = 'y'.repeat(100);
  wait(1000);
  expect(textOf(events, 'A').length).toBe(textOf(events, 'B').length);
  expect(textOf(events, 'B').length).toBeGreaterThan(50);
  expect(events.some(({ event }) => event === 'lane-end')).toBe(false);
  b.text += 'z';
  b.status = 'complete';
  wait(1000);
  expect(textOf(events, 'A')).toBe(a.text);
  expect(textOf(events, 'B')).toBe(b.text);
  expect(events.slice(-3).map(({ event }) => event)).toEqual(['lane-end', 'lane-end', 'turn-end']);
});

test('where the short answer ends the long one waits, so that no pause is its own', () => {
  const { lanes, events, wait } = start();
  const [a, b] = lanes;
  a.text = 'short';
  a.status = 'complete';
  b.text = 'y'.repeat(500);
  wait(2000);
  expect([textOf(events, 'A').length, textOf(events, 'B').length]).toEqual([5, 5]);
});

test('whatever two models do, swapping them swaps the words and changes nothing else', () => {
  const step = fc.record({ a: fc.nat(80), b: fc.nat(80), ms: fc.integer({ min: 50, max: 400 }) });
  const play = (
    steps: { a: number; b: number; ms: number }[],
    isSwapped: boolean,
    endings: ResponseStatus[],
  ) => {
    const { lanes, events, wait } = start();
    const [a, b] = isSwapped ? [lanes[1], lanes[0]] : lanes;
    for (const { a: fromA, b: fromB, ms } of steps) {
      a.text += 'a'.repeat(fromA);
      b.text += 'b'.repeat(fromB);
      wait(ms);
    }
    a.status = endings[0] ?? 'complete';
    wait(100);
    b.status = endings[1] ?? 'complete';
    wait(2000);
    return events.map((event) => JSON.stringify(event));
  };
  const ending = fc.constantFrom<ResponseStatus>('complete', 'failed', 'stopped', 'interrupted');
  fc.assert(
    fc.property(fc.array(step, { maxLength: 6 }), ending, ending, (steps, one, other) => {
      const plain = play(steps, false, [one, other]);
      const swapped = play(steps, true, [one, other]).map((event) => event.replaceAll(/a{2,}|b{2,}/g, ''));
      // The words are what they are; lengths of deltas, order, kinds and all other fields are the same.
      const shape = (events: string[]) => events.map((event) => event.replaceAll(/a{2,}|b{2,}/g, ''));
      const kinds = (events: string[]) =>
        events.map((event) => /"event":"([a-z-]+)"/.exec(event)?.[1]).sort();
      const fields = (events: string[]) => events.filter((event) => !event.includes('lane-delta')).sort();
      expect(kinds(swapped)).toEqual(kinds(plain));
      expect(fields(swapped.map((e) => e.replace(/"text":"[ab]*"/, '')))).toEqual(
        fields(shape(plain).map((e) => e.replace(/"text":"[ab]*"/, ''))),
      );
    }),
    { numRuns: 60 },
  );
});

test('names are masked across deltas, and the end equals what is answered later', () => {
  const { lanes, events, wait } = start();
  const [a, b] = lanes;
  const said = 'I am GPT-4, not 通义千问 😀';
  for (const unit of said.split('')) {
    a.text += unit;
    b.text += 'y';
    wait(50);
  }
  a.status = 'complete';
  b.status = 'complete';
  wait(1000);
  expect(textOf(events, 'A')).toBe('I am █████, not █████ 😀');
  const ends = events.flatMap(({ event, data }) => (event === 'lane-end' ? [data.response] : []));
  expect(ends).toEqual(
    blindResponses(
      lanes.map((lane) => lane.toResponse()),
      false,
      mask,
    ),
  );
  expect(JSON.stringify(events)).not.toMatch(/secret|busy|"attempts":\d|"timing":\{/);
});

test('a masked name tells not even by its length, neither in the text nor in the pace of its pieces', () => {
  const { lanes, events, wait } = start();
  const [a, b] = lanes;
  a.text = `My name is GPT-4. ${'x'.repeat(300)}`;
  b.text = `My name is 通义千问. ${'x'.repeat(300)}`;
  wait(3000);
  a.status = 'complete';
  b.status = 'complete';
  wait(3000);
  const deltas = (laneId: string) =>
    events.flatMap(({ event, data }) =>
      event === 'lane-delta' && data.laneId === laneId ? [{ ...data, laneId: '' }] : [],
    );
  expect(deltas('A').length).toBeGreaterThan(5);
  expect(deltas('A')).toEqual(deltas('B'));
});

test('a broken lane voids the turn for all lanes alike', () => {
  const { lanes, events, wait } = start();
  const [a, b] = lanes;
  a.text = 'x'.repeat(300);
  b.text = 'y'.repeat(120);
  wait(200);
  b.status = 'failed';
  wait(200);
  a.status = 'complete';
  wait(2000);
  const ends = events.flatMap(({ event, data }) => (event === 'lane-end' ? [data.response] : []));
  expect(ends.map(({ status, text }) => [status, text.length])).toEqual([
    ['failed', 120],
    ['failed', 120],
  ]);
  expect(ends).toEqual(
    blindResponses(
      lanes.map((lane) => lane.toResponse()),
      false,
      mask,
    ),
  );
});

test('a lane drawn anew starts all lanes over', () => {
  const { lanes, events, wait } = start();
  const [a, b] = lanes;
  a.text = 'x'.repeat(100);
  b.text = 'y'.repeat(100);
  wait(300);
  b.responseId = 'second';
  b.text = '';
  wait(300);
  const after = events.slice(events.findIndex(({ event }) => event === 'redraw'));
  expect(after.map(({ event }) => event)).toEqual(['redraw', 'snapshot']);
  expect(JSON.stringify(after)).not.toContain('xx');
});
