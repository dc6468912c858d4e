import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { POST as postTurn } from '#app/api/v1/comparisons/[id]/turns/route.ts';
import { GET as getEvents } from '#app/api/v1/turns/[id]/events/route.ts';
import { POST as postRetry } from '#app/api/v1/turns/[id]/lanes/[laneId]/retry/route.ts';
import { GET as getTurnRoute } from '#app/api/v1/turns/[id]/route.ts';
import { POST as postStop } from '#app/api/v1/turns/[id]/stop/route.ts';
import { withDatabase } from '#db/client.ts';
import { putBallot } from '#db/queries/ballots.ts';
import { createOpenComparison } from '#db/queries/comparisons.ts';
import { createTurn } from '#db/queries/create-turn.ts';
import { disableEndpoint } from '#db/queries/endpoints.ts';
import { reapRuns } from '#db/queries/runs.ts';
import { getTurn } from '#db/queries/turns.ts';
import { responses } from '#db/schema/turns.ts';
import { addEndpoint, localRater } from '#db/testing/rows.ts';
import { setUpTestDatabase } from '#db/testing/test-database.ts';
import { type FakeEndpoint, startFakeEndpoint } from '#e2e/fake-endpoint/start-fake-endpoint.ts';
import type { Comparison, Turn } from '#lib/arena/schema.ts';
import { ballotInputSchema } from '#lib/preferences/ballot-schema.ts';

setUpTestDatabase();
let fake: FakeEndpoint;

beforeAll(async () => {
  vi.stubEnv('BAIJIA_SECRET', '0'.repeat(64));
  fake = await startFakeEndpoint();
});
afterAll(() => fake.stop());

async function compare(...models: string[]): Promise<Comparison> {
  const lanes = [];
  for (const model of models) {
    const endpoint = await addEndpoint({ name: model, baseUrl: fake.url, model });
    lanes.push({ endpointId: endpoint.id });
  }
  return createOpenComparison(localRater, { mode: 'open', lanes });
}

function request(body: unknown, accept = 'application/json'): Request {
  const headers = { 'content-type': 'application/json', accept };
  return new Request('http://127.0.0.1/x', { method: 'POST', headers, body: JSON.stringify(body) });
}

const path = (params: Record<string, string>) => ({ params: Promise.resolve(params) });
const plain = () => new Request('http://127.0.0.1/x');

async function ask(comparison: Comparison, body: unknown): Promise<{ status: number; turn: Turn }> {
  const answered = await postTurn(request(body), path({ id: comparison.id }));
  return { status: answered.status, turn: await answered.json() };
}

async function askLive(comparison: Comparison, prompt: string): Promise<LiveEvents> {
  const answered = await postTurn(request({ prompt }, 'text/event-stream'), path({ id: comparison.id }));
  return new LiveEvents(answered);
}

/** Reads an event stream only as far as the test asks. */
class LiveEvents {
  text = '';
  private readonly reader: ReadableStreamDefaultReader<Uint8Array>;
  private readonly decoder = new TextDecoder();

  constructor(response: Response) {
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    if (response.body === null) throw new Error('No stream came.');
    this.reader = response.body.getReader();
  }

  async until(words: string): Promise<void> {
    while (!this.text.includes(words)) {
      const { done, value } = await this.reader.read();
      if (done) throw new Error(`The stream ended before "${words}":\n${this.text}`);
      this.text += this.decoder.decode(value, { stream: true });
    }
  }

  get turnId(): string {
    return /"turnId":"([^"]+)"/.exec(this.text)?.[1] ?? '';
  }

  leave(): Promise<void> {
    return this.reader.cancel();
  }
}

describe('a turn', () => {
  test('is answered by every lane, and a failing one hurts no other', async () => {
    const comparison = await compare('echo', 'fail-401-key', 'markdown');
    const { status, turn } = await ask(comparison, { prompt: 'Say 你好 🌍' });
    expect(status).toBe(201);
    expect(turn.status).toBe('complete');
    expect(turn.responses.map((response) => response.status)).toEqual(['complete', 'failed', 'complete']);
    expect(turn.responses[0]?.text).toContain('Say 你好 🌍');
    expect(turn.responses[1]?.error?.code).toBeTruthy();
  });

  test('continues each lane on its own history', async () => {
    const comparison = await compare('echo', 'mirror');
    await ask(comparison, { prompt: 'first words' });
    await ask(comparison, { prompt: 'second words' });
    const body = fake.requests.findLast(({ model }) => model === 'echo')?.body;
    expect(body).toMatchObject({
      messages: [
        { role: 'user', content: 'first words' },
        { role: 'assistant' },
        { role: 'user', content: 'second words' },
      ],
    });
  });

  test('asked twice with one key is one turn; another prompt with that key is a conflict', async () => {
    const comparison = await compare('echo');
    const input = { prompt: 'once', idempotencyKey: 'k' };
    const both = await Promise.all([ask(comparison, input), ask(comparison, input)]);
    expect(new Set(both.map(({ turn }) => turn.id)).size).toBe(1);
    expect((await ask(comparison, { ...input, prompt: 'other' })).status).toBe(409);
  });

  test('goes on when its viewer leaves, and a later view has everything', async () => {
    const comparison = await compare('story-40-200');
    const first = await askLive(comparison, 'go');
    await first.until('lane-delta');
    await first.leave();
    const second = new LiveEvents(await getEvents(plain(), path({ id: first.turnId })));
    await second.until('turn-end');
    const turn = await getTurn(localRater, first.turnId);
    expect(turn.responses[0]?.status).toBe('complete');
    const ended = /event: lane-end\nid: \d+\ndata: (.*)\n/.exec(second.text)?.[1] ?? '{}';
    expect(JSON.parse(ended).response.text).toBe(turn.responses[0]?.text);
  });

  test('stops one lane at its server, with the text it had, and leaves the other', async () => {
    const comparison = await compare('stall-mid', 'echo');
    const live = await askLive(comparison, 'go');
    await live.until('lane-delta');
    await live.until('lane-end');
    const laneId = comparison.lanes[0]?.id ?? '';
    const upstream = fake.requests.findLast(({ model }) => model === 'stall-mid');
    const stopped = await postStop(request({ laneId }), path({ id: live.turnId }));
    expect(stopped.status).toBe(202);
    await upstream?.closed;
    expect(upstream?.clientClosedAt).not.toBeNull();
    await live.until('turn-end');
    const turn = await getTurn(localRater, live.turnId);
    expect(turn.responses.map(({ status }) => status)).toEqual(['stopped', 'complete']);
    expect(turn.responses[0]?.text).not.toBe('');
  });

  test('asks a failed lane again and keeps the first attempt', async () => {
    const comparison = await compare('fail-401-key', 'echo');
    const { turn } = await ask(comparison, { prompt: 'go' });
    const laneId = comparison.lanes[0]?.id ?? '';
    const retried = await postRetry(request({}), path({ id: turn.id, laneId }));
    expect(retried.status).toBe(202);
    const live = new LiveEvents(await getEvents(plain(), path({ id: turn.id })));
    await live.until('turn-end');
    const snapshot = /event: snapshot\nid: 1\ndata: (.*)\n/.exec(live.text)?.[1] ?? '{}';
    expect(JSON.parse(snapshot).responses).toHaveLength(2);
    const rows = await withDatabase((db) => db.select().from(responses).where(eq(responses.laneId, laneId)));
    expect(rows.map(({ attempt, isCurrent }) => [attempt, isCurrent]).sort()).toEqual([
      [1, false],
      [2, true],
    ]);
  });

  test('does not put another answer in the place of a judged one', async () => {
    const comparison = await compare('echo', 'markdown');
    const { turn } = await ask(comparison, { prompt: 'go' });
    const [a = '', b = ''] = comparison.lanes.map((lane) => lane.id);
    await putBallot(localRater, turn.id, ballotInputSchema.parse({ ranking: [[a], [b]] }));
    const retried = await postRetry(request({}), path({ id: turn.id, laneId: a }));
    expect(retried.status).toBe(409);
  });

  test('says which endpoint is disabled', async () => {
    const comparison = await compare('echo', 'markdown');
    await disableEndpoint(comparison.lanes[0]?.endpointId ?? '');
    const { turn } = await ask(comparison, { prompt: 'go' });
    expect(turn.responses[0]).toMatchObject({ status: 'failed', error: { code: 'endpoint-disabled' } });
    expect(turn.responses[1]?.status).toBe('complete');
  });

  test('takes a prompt of 200,000 Chinese characters and refuses a longer one', async () => {
    const comparison = await compare('markdown');
    const prompt = '百'.repeat(200_000);
    expect((await ask(comparison, { prompt })).turn.prompt).toBe(prompt);
    expect((await ask(comparison, { prompt: `${prompt}家` })).status).toBe(400);
  });

  test('that nobody works on any more ends as interrupted, with the text it had', async () => {
    const comparison = await compare('echo');
    const { turnId } = await createTurn(localRater, comparison.id, { prompt: 'lost' }, 'a dead process');
    await withDatabase((db) =>
      db
        .update(responses)
        .set({ status: 'streaming', text: 'half an ans' })
        .where(eq(responses.turnId, turnId)),
    );
    expect(await reapRuns('expired')).toBe(0);
    expect(await reapRuns('all')).toBe(1);
    const answered = await getTurnRoute(plain(), path({ id: turnId }));
    expect(await answered.json()).toMatchObject({
      status: 'complete',
      responses: [{ status: 'interrupted', text: 'half an ans', error: { code: 'interrupted' } }],
    });
  });
});
