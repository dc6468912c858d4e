import { describe, expect, test } from 'vitest';
import { createEventStream } from '#lib/arena/event-stream.ts';
import { laneLabels } from '#lib/arena/lane-labels.ts';
import type { LanePlan } from '#lib/arena/lane-run.ts';
import { RunEngine } from '#lib/arena/run-engine.ts';
import type { RunStore, SaveBatch } from '#lib/arena/run-saver.ts';
import type { AskEndpoint, AskObserver, AskResult, CallableEndpoint } from '#lib/endpoints/ask.ts';
import type { RaterId } from '#lib/rater.ts';

const nothing = { stops: [], lostRunIds: [] };
const raterId = 'someone' as RaterId;

const endpoint: CallableEndpoint = {
  id: 'e',
  name: 'E',
  protocol: 'chat',
  baseUrl: 'http://127.0.0.1/v1',
  model: 'm',
  apiKey: null,
  headers: {},
  params: {},
  template: null,
  capabilities: {},
  price: null,
  timeouts: {},
};

const complete: AskResult = {
  status: 'complete',
  finishReason: 'stop',
  usage: null,
  timing: { timeToFirstTextMs: 1, durationMs: 2, tokensPerSecond: null },
  costUsd: null,
  error: null,
  attempts: 1,
  request: null,
};

/** Lanes that the test itself drives, by lane id. */
class Answers {
  readonly observers = new Map<string, AskObserver>();
  private readonly ends = new Map<string, (result: AskResult) => void>();
  private started = Promise.withResolvers<void>();

  readonly ask: AskEndpoint = (ask, observer) => {
    const id = ask.messages[0]?.content ?? '';
    this.observers.set(id, observer);
    const { promise, resolve } = Promise.withResolvers<AskResult>();
    this.ends.set(id, resolve);
    observer.signal.addEventListener('abort', () => resolve({ ...complete, status: 'stopped' }));
    this.started.resolve();
    this.started = Promise.withResolvers();
    return promise;
  };

  async untilAsked(id: string): Promise<AskObserver> {
    for (;;) {
      const observer = this.observers.get(id);
      if (observer !== undefined) return observer;
      await this.started.promise;
    }
  }

  end(id: string, result: AskResult = complete): void {
    this.ends.get(id)?.(result);
  }
}

function lanePlan(id: string, index: number, maxConcurrent: number | null = null): LanePlan {
  return {
    laneId: id,
    label: laneLabels[index] ?? 'A',
    responseId: `response-${id}`,
    endpointId: endpoint.id,
    ask: { endpoint, messages: [{ role: 'user', content: id }], params: {} },
    refusal: null,
    maxConcurrent,
  };
}

function memoryStore(): RunStore & { batches: SaveBatch[] } {
  const batches: SaveBatch[] = [];
  return {
    batches,
    save: async (batch) => {
      batches.push(batch);
      return nothing;
    },
  };
}

function createEngine(answers: Answers, store: RunStore, onIdle = () => {}): RunEngine {
  return new RunEngine({ askEndpoint: answers.ask, store, maxConcurrent: 100, onLost: () => {}, onIdle });
}

const open = { opening: 'turn-start', isBlind: false } as const;

async function readAll(stream: ReadableStream<Uint8Array>): Promise<{ event: string; data: unknown }[]> {
  const text = await new Response(stream).text();
  return text
    .split('\n\n')
    .filter((block) => block.startsWith('event:'))
    .map((block) => {
      const [, event = '', , data = ''] = /^event: (.*)\nid: (.*)\ndata: (.*)$/s.exec(block) ?? [];
      return { event, data: JSON.parse(data) };
    });
}

describe('a run', () => {
  test('brings every lane to its viewers and ends when it is stored', async () => {
    const answers = new Answers();
    const store = memoryStore();
    const engine = createEngine(answers, store);
    const run = engine.start({
      runId: 'r',
      turnId: 't',
      raterId,
      lanes: [lanePlan('a', 0), lanePlan('b', 1)],
    });
    const events = readAll(createEventStream(run, open));
    (await answers.untilAsked('a')).onText('one ');
    (await answers.untilAsked('b')).onText('two');
    answers.observers.get('a')?.onText('more');
    answers.end('a');
    answers.end('b', { ...complete, status: 'failed', error: { code: 'server-error', message: 'no' } });
    const seen = await events;
    expect(seen[0]).toMatchObject({ event: 'turn-start' });
    expect(seen.at(-1)).toMatchObject({ event: 'turn-end', data: { status: 'complete' } });
    const text = seen
      .filter(({ event, data }) => event === 'lane-delta' && (data as { laneId: string }).laneId === 'a')
      .map(({ data }) => (data as { text: string }).text)
      .join('');
    expect(text).toBe('one more');
    expect(store.batches.flatMap((batch) => batch.endedRunIds)).toEqual(['r']);
    const lanes = new Map(
      store.batches.flatMap((batch) => batch.lanes).map((lane) => [lane.responseId, lane]),
    );
    expect(lanes.get('response-a')).toMatchObject({ status: 'complete', text: 'one more' });
    expect(lanes.get('response-b')).toMatchObject({ status: 'failed', text: 'two' });
    expect(engine.find('t')).toBeNull();
  });

  test('the end of the last run is told, and of no other', async () => {
    const answers = new Answers();
    let idleCount = 0;
    const engine = createEngine(answers, memoryStore(), () => {
      idleCount += 1;
    });
    const runs = ['a', 'b'].map((id, index) =>
      engine.start({ runId: id, turnId: id, raterId, lanes: [lanePlan(id, index)] }),
    );
    const [first, second] = runs.map((run) => readAll(createEventStream(run, open)));
    await answers.untilAsked('b');
    answers.end('a');
    await first;
    expect(idleCount).toBe(0);
    answers.end('b');
    await second;
    expect(idleCount).toBe(1);
  });

  test('a late view has everything at once, and two views have the same text', async () => {
    const answers = new Answers();
    const engine = createEngine(answers, memoryStore());
    const run = engine.start({ runId: 'r', turnId: 't', raterId, lanes: [lanePlan('a', 0)] });
    const first = readAll(createEventStream(run, open));
    (await answers.untilAsked('a')).onText('begin ');
    const late = readAll(createEventStream(run, { ...open, opening: 'snapshot' }));
    answers.observers.get('a')?.onText('end');
    answers.end('a');
    const ends = [(await first).at(-2), (await late).at(-2)];
    expect((await late)[0]).toMatchObject({ event: 'snapshot', data: { responses: [{ text: 'begin ' }] } });
    expect(ends[0]).toEqual(ends[1]);
    expect(ends[0]).toMatchObject({ event: 'lane-end', data: { response: { text: 'begin end' } } });
  });

  test('a view that reads nothing holds up neither the run nor its end', async () => {
    const answers = new Answers();
    const engine = createEngine(answers, memoryStore());
    const run = engine.start({ runId: 'r', turnId: 't', raterId, lanes: [lanePlan('a', 0)] });
    const idle = createEventStream(run, open).getReader();
    const observer = await answers.untilAsked('a');
    for (let index = 0; index < 10_000; index += 1) observer.onText('0123456789');
    answers.end('a');
    await readAll(createEventStream(run, open));
    expect(engine.find('t')).toBeNull();
    await idle.cancel();
  });

  test('stop ends one lane and leaves the other', async () => {
    const answers = new Answers();
    const engine = createEngine(answers, memoryStore());
    const run = engine.start({
      runId: 'r',
      turnId: 't',
      raterId,
      lanes: [lanePlan('a', 0), lanePlan('b', 1)],
    });
    const done = readAll(createEventStream(run, open));
    await answers.untilAsked('b');
    run.stop('b', 'stopped');
    (await answers.untilAsked('a')).onText('kept');
    answers.end('a');
    await done;
    expect(run.lanes.map((lane) => lane.toResponse())).toMatchObject([
      { laneId: 'a', status: 'complete', text: 'kept' },
      { laneId: 'b', status: 'stopped' },
    ]);
  });

  test('a lane waits for its endpoint, and a waiting lane can be stopped', async () => {
    const answers = new Answers();
    const engine = createEngine(answers, memoryStore());
    const lanes = ['a', 'b', 'c'].map((id, index) => lanePlan(id, index, 1));
    const run = engine.start({ runId: 'r', turnId: 't', raterId, lanes });
    const done = readAll(createEventStream(run, open));
    await answers.untilAsked('a');
    expect([...answers.observers.keys()]).toEqual(['a']);
    run.stop('b', 'stopped');
    answers.end('a');
    await answers.untilAsked('c');
    answers.end('c');
    await done;
    expect([...answers.observers.keys()]).toEqual(['a', 'c']);
  });

  test('keeps the ends while the store refuses, says so, and stores them when it is back', async () => {
    const answers = new Answers();
    const batches: SaveBatch[] = [];
    let isAway = true;
    const store: RunStore = {
      save: async (batch) => {
        if (isAway) throw new Error('away');
        batches.push(batch);
        return nothing;
      },
    };
    const engine = createEngine(answers, store);
    const run = engine.start({ runId: 'r', turnId: 't', raterId, lanes: [lanePlan('a', 0)] });
    const decoder = new TextDecoder();
    const reader = createEventStream(run, open).getReader();
    (await answers.untilAsked('a')).onText('kept');
    answers.end('a');
    let seen = '';
    while (!seen.includes('save-delayed')) seen += decoder.decode((await reader.read()).value);
    expect(seen).toContain('lane-end');
    expect(seen).not.toContain('turn-end');
    isAway = false;
    for (let part = await reader.read(); !part.done; part = await reader.read())
      seen += decoder.decode(part.value);
    expect(seen).toContain('turn-end');
    expect(batches.flatMap((batch) => batch.lanes)).toMatchObject([{ status: 'complete', text: 'kept' }]);
  });

  test('draining interrupts what is left and stores it', async () => {
    const answers = new Answers();
    const store = memoryStore();
    const engine = createEngine(answers, store);
    engine.start({ runId: 'r', turnId: 't', raterId, lanes: [lanePlan('a', 0)] });
    (await answers.untilAsked('a')).onText('half');
    await engine.drain(10, 5000);
    expect(store.batches.flatMap((batch) => batch.lanes).at(-1)).toMatchObject({
      status: 'interrupted',
      text: 'half',
    });
  });

  test('a retry in a running turn starts the lane over for its viewers', async () => {
    const answers = new Answers();
    const engine = createEngine(answers, memoryStore());
    const plan = { runId: 'r', turnId: 't', raterId, lanes: [lanePlan('a', 0), lanePlan('b', 1)] };
    const run = engine.start(plan);
    const done = readAll(createEventStream(run, open));
    (await answers.untilAsked('a')).onText('first');
    answers.end('a', { ...complete, status: 'failed' });
    await answers.untilAsked('b');
    answers.observers.delete('a');
    engine.retryInRun('t', { ...lanePlan('a', 0), responseId: 'response-a2' });
    (await answers.untilAsked('a')).onText('second');
    answers.end('a');
    answers.end('b');
    const events = await done;
    expect(events.some(({ event }) => event === 'snapshot')).toBe(true);
    const shown = events.findLast(({ data }) => JSON.stringify(data).includes('"second"'));
    expect(shown).toBeDefined();
    expect(run.lanes[0]?.toResponse()).toMatchObject({ status: 'complete', text: 'second' });
  });

  test('tells its viewers how many lanes its endpoint answers before each, but not while blind', async () => {
    const answers = new Answers();
    const engine = createEngine(answers, memoryStore());
    const lanes = ['a', 'b', 'c'].map((id, index) => lanePlan(id, index, 1));
    const run = engine.start({ runId: 'r', turnId: 't', raterId, lanes });
    const events = readAll(createEventStream(run, open));
    const blindEvents = readAll(createEventStream(run, { ...open, isBlind: true }));
    for (const id of ['a', 'b', 'c']) {
      await answers.untilAsked(id);
      await new Promise<void>((resolve) => run.onNextTick(resolve));
      answers.end(id);
    }
    const waits = (await events).filter(({ event }) => event === 'lane-wait').map(({ data }) => data);
    expect(waits).toContainEqual({ laneId: 'b', ahead: 0 });
    expect(waits).toContainEqual({ laneId: 'c', ahead: 1 });
    expect(waits.at(-1)).toEqual({ laneId: 'c', ahead: null });
    expect((await blindEvents).map(({ event }) => event)).not.toContain('lane-wait');
  });

  test('that the store has forgotten is told to be lost, and over', async () => {
    const answers = new Answers();
    const store = { save: async (batch: SaveBatch) => ({ stops: [], lostRunIds: batch.endedRunIds }) };
    const engine = createEngine(answers, store);
    const run = engine.start({ runId: 'r', turnId: 't', raterId, lanes: [lanePlan('a', 0)] });
    const events = readAll(createEventStream(run, open));
    await answers.untilAsked('a');
    answers.end('a');
    expect((await events).slice(-2).map(({ event }) => event)).toEqual(['save-lost', 'turn-end']);
    expect(engine.find('t')).toBeNull();
  });
});
