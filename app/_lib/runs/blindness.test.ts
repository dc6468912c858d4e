import { inArray } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { GET as getComparison, PATCH as patchComparison } from '#app/api/v1/comparisons/[id]/route.ts';
import { POST as postTurn } from '#app/api/v1/comparisons/[id]/turns/route.ts';
import { GET as getHistory, POST as postComparison } from '#app/api/v1/comparisons/route.ts';
import { GET as getReady } from '#app/api/v1/health/ready/route.ts';
import { GET as getPreferences } from '#app/api/v1/preferences/route.ts';
import { GET as getBallot, PUT as putBallot } from '#app/api/v1/turns/[id]/ballot/route.ts';
import { GET as getEvents } from '#app/api/v1/turns/[id]/events/route.ts';
import { POST as postRetry } from '#app/api/v1/turns/[id]/lanes/[laneId]/retry/route.ts';
import { GET as getTurn } from '#app/api/v1/turns/[id]/route.ts';
import { POST as postStop } from '#app/api/v1/turns/[id]/stop/route.ts';
import { withDatabase } from '#db/client.ts';
import { endpoints as endpointTable } from '#db/schema/endpoints.ts';
import { addEndpoint } from '#db/testing/rows.ts';
import { setUpTestDatabase } from '#db/testing/test-database.ts';
import { shapes } from '#e2e/fake-endpoint/shapes.ts';
import { type FakeEndpoint, startFakeEndpoint } from '#e2e/fake-endpoint/start-fake-endpoint.ts';
import { comparisonSchema, responseSchema, turnSchema } from '#lib/arena/schema.ts';
import type { Endpoint } from '#lib/endpoints/schema.ts';
import { publishToEnvironment } from '#lib/settings.ts';

setUpTestDatabase();
let fake: FakeEndpoint;

beforeAll(async () => {
  vi.stubEnv('BAIJIA_SECRET', '0'.repeat(64));
  // What is shown is the same at any pace; at this one nobody waits for it.
  publishToEnvironment({ BATTLE_PACE: '100000' });
  fake = await startFakeEndpoint();
});
afterAll(() => fake.stop());

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

/** Everything the server said to this rater: status lines, headers and bodies, as they left. */
class Wire {
  bytes = '';

  async call(handler: Handler, params: Record<string, string>, body?: unknown, accept = 'application/json') {
    const json = { 'content-type': 'application/json', accept };
    const init =
      body === undefined
        ? { headers: { accept } }
        : { method: 'POST', headers: json, body: JSON.stringify(body) };
    const response = await handler(new Request('http://127.0.0.1/x', init), {
      params: Promise.resolve(params),
    });
    const text = await response.text();
    this.bytes += `${response.status} ${JSON.stringify([...response.headers])}\n${text}\n`;
    return { status: response.status, text };
  }

  async json(handler: Handler, params: Record<string, string>, body?: unknown): Promise<unknown> {
    return JSON.parse((await this.call(handler, params, body)).text);
  }
}

/** An endpoint whose every trait is found nowhere else; its names in no other battle of this file either. */
function addMarked(mark: string, shape: string, pinned = false): Promise<Endpoint> {
  return addEndpoint({
    name: `Vogsphere ${mark}`,
    model: `${shape}?from=zaphod${mark}`,
    baseUrl: fake.url,
    cardId: 'librarian',
    // No time of day reads like this, as one of 42.42 seconds would.
    price: { inputPerMillion: 8675.309, outputPerMillion: 8675.309 },
    // The shape alone must come to its end; the others take what a busy machine takes.
    ...(pinned && { timeouts: { headersMs: 1000, firstTextMs: 1000, gapMs: 1000, totalMs: 5000 } }),
    battle: { weight: 1, isPinned: pinned },
  });
}

/** Names of battles that are over need not be looked for in the answers of those to come. */
const retire = (retired: readonly Endpoint[]) =>
  withDatabase((db) =>
    db
      .update(endpointTable)
      .set({ name: 'Retired', model: 'retired' })
      .where(
        inArray(
          endpointTable.id,
          retired.map(({ id }) => id),
        ),
      ),
  );

/** What the lists that all battles share must not hold, and what nothing else may hold. */
const ownTraces = (endpoints: readonly Endpoint[]) =>
  endpoints.flatMap(({ id, name, model }) => [id, name, model]);
const traces = (endpoints: readonly Endpoint[]) => [
  ...ownTraces(endpoints),
  ...['zaphod', 'vogsphere', 'librarian', '8675.3', `:${fake.port}`, 'fake-endpoint'],
];

function expectNoTrace(bytes: string, endpoints: readonly Endpoint[]) {
  const lower = bytes.toLowerCase();
  for (const trace of traces(endpoints)) expect(lower).not.toContain(trace.toLowerCase());
  expect(bytes).not.toMatch(
    /"(endpointId|name|cardId|params|finishReason|attempts|usage|timing|costUsd|costSource|reasoning)":(?!null)/,
  );
  expect(bytes).not.toMatch(/"(timeToFirstTextMs|inputTokens|outputTokens|reasoningOffset)"/);
}

/** But for their words and their place, the lanes of any answer are the same. */
function expectAlike(value: unknown) {
  if (Array.isArray(value)) value.forEach(expectAlike);
  if (typeof value !== 'object' || value === null) return;
  Object.values(value).forEach(expectAlike);
  const parsed = z.object({ responses: z.array(responseSchema) }).safeParse(value);
  if (!parsed.success) return;
  const [first, ...others] = parsed.data.responses.map(({ laneId: _, text: __, ...rest }) => rest);
  for (const other of others) expect(other).toEqual(first);
}

const eventsOf = (text: string) =>
  [...text.matchAll(/^event: (\S+)\nid: \d+\ndata: (.*)$/gm)].map(([, event, data]) => ({
    event,
    data: JSON.parse(data ?? '') as unknown,
  }));

async function battle(shape: string) {
  const endpoints = await Promise.all([
    addMarked(`${shape}q`, shape, true),
    addMarked(`${shape}x`, 'hello'),
    addMarked(`${shape}z`, 'echo'),
  ]);
  const wire = new Wire();
  const lists = new Wire();
  const endpointIds = endpoints.map(({ id }) => id);
  const drawn = await wire.json(postComparison, {}, { mode: 'blind', endpointIds });
  const comparison = comparisonSchema.parse(drawn);
  const { id } = comparison;
  const asking = wire.call(postTurn, { id }, { prompt: 'Who are you?' }, 'text/event-stream');
  // Others look on while the answers are written.
  const during = [await wire.json(getComparison, { id }), await lists.json(getHistory, {})];
  const stream = eventsOf((await asking).text);
  const turnId = /"turnId":"([^"]+)"/.exec(wire.bytes)?.[1] ?? '';
  const lanes = comparison.lanes.map((lane) => lane.id);
  const refusals = [];
  for (const laneId of lanes) {
    refusals.push(await wire.call(postRetry, { id: turnId, laneId }, {}));
    refusals.push(await wire.call(postStop, { id: turnId }, { laneId }));
  }
  const after = [
    ...stream.map(({ data }) => data),
    ...eventsOf((await wire.call(getEvents, { id: turnId })).text).map(({ data }) => data),
    await wire.json(getComparison, { id }),
    await wire.json(patchComparison, { id }, { title: 'Who' }),
    await wire.json(getTurn, { id: turnId }),
  ];
  await wire.call(getBallot, { id: turnId });
  await lists.call(getHistory, {});
  await lists.call(getPreferences, {});
  await wire.call(getReady, {});
  return {
    endpoints,
    wire,
    lists,
    comparison,
    turnId,
    lanes,
    stream,
    refusals,
    answers: [...during, ...after],
  };
}

/** Servers that hang for ever, or talk for ever, end by deadlines: one each is enough. */
const faults = Object.keys(shapes).filter((name) => !['event-5mb', 'stall-before-headers'].includes(name));

test.concurrent.each(faults)(
  '%s leaves no trace in a battle before the ballot',
  { timeout: 60_000 },
  async (shape) => {
    const { endpoints, wire, lists, turnId, lanes, stream, refusals, answers } = await battle(shape);
    expectNoTrace(wire.bytes, endpoints);
    for (const trace of ownTraces(endpoints)) expect(lists.bytes).not.toContain(trace);
    answers.forEach(expectAlike);
    const [first, second] = [refusals.slice(0, 2), refusals.slice(2)];
    expect(second).toEqual(first);
    // A draw at the very end is told by a snapshot of all lanes instead.
    const names = stream
      .map(({ event }) => event)
      .filter((event) => event !== 'lane-delta' && event !== 'save-delayed');
    expect(names.join(' ')).toMatch(/^turn-start (redraw snapshot )*(lane-end lane-end )?turn-end$/);
    // Whoever failed was drawn anew: there is always something to judge, and then all is told.
    const turn = turnSchema.parse(await wire.json(getTurn, { id: turnId }));
    expect(turn.responses.map(({ status }) => status)).toEqual(['complete', 'complete']);
    const said = await wire.call(putBallot, { id: turnId }, { ranking: lanes.map((lane) => [lane]) });
    expect(said.status).toBe(201);
    expect(said.text).toContain('Vogsphere');
    await retire(endpoints);
  },
);
