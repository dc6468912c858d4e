import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { takeDirectAnswers } from '#app/_lib/runs/answer-directly.ts';
import { addAnsweredTurn } from '#db/testing/rows.ts';
import { setUpTestDatabase } from '#db/testing/test-database.ts';
import { getProcessState } from '#lib/process-state.ts';

setUpTestDatabase();
let server: Server;
let url: string;

beforeAll(async () => {
  takeDirectAnswers();
  server = createServer((request, response) => {
    if (!getProcessState().answerDirectly?.(request, response)) response.writeHead(599).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

const put = (turnId: string, body: BodyInit, headers: Record<string, string> = {}) =>
  fetch(`${url}/api/v1/turns/${turnId}/ballot`, {
    method: 'PUT',
    body,
    headers: { 'content-type': 'application/json', ...headers },
    ...(body instanceof ReadableStream && { duplex: 'half' }),
  });

test('a ballot is answered as by its route: stored, kept, refused', async () => {
  const { turn, laneIds } = await addAnsweredTurn({ statuses: ['complete', 'complete'] });
  const ranking = JSON.stringify({ ranking: laneIds.map((id) => [id]) });
  const first = await put(turn.id, ranking);
  expect(first.status).toBe(201);
  expect(first.headers.get('cache-control')).toBe('no-store');
  expect(await first.json()).toMatchObject({ ballot: { turnId: turn.id, revision: 1 }, excluded: [] });
  expect((await put(turn.id, ranking)).status).toBe(200);

  const refusals = [
    [await put(turn.id, '{"ranking": "best"}'), 400, 'invalid-request'],
    [await put(turn.id, ranking, { 'content-type': 'text/plain' }), 415, 'unsupported-media-type'],
    [await put(turn.id, ranking, { origin: 'https://elsewhere.example' }), 403, 'forbidden'],
    [await put('01a2302f-180e-743b-88de-0bcd1856cfec', ranking), 404, 'not-found'],
  ] as const;
  for (const [answer, status, code] of refusals) {
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ error: { code } });
  }
});

test('a body that is too large is refused by an answer, although its length was not told', async () => {
  const { turn } = await addAnsweredTurn({ statuses: ['complete', 'complete'] });
  const chunk = new Uint8Array(256 * 1024).fill(32);
  let left = 6;
  const body = new ReadableStream({
    pull: (controller) => (left-- > 0 ? controller.enqueue(chunk) : controller.close()),
  });
  const answer = await put(turn.id, body);
  expect(answer.status).toBe(413);
  expect(await answer.json()).toMatchObject({ error: { code: 'too-large' } });
});

test('what else is asked for is left to the pages', async () => {
  for (const [method, path] of [
    ['GET', '/api/v1/turns/1/ballot'],
    ['GET', '/api/v1/turns/1/events'],
    ['PUT', '/api/v1/turns/1/ballot/2'],
    ['GET', '/'],
  ]) {
    expect((await fetch(`${url}${path}`, { method: method ?? '' })).status).toBe(599);
  }
});
