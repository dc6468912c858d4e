import { expect, test } from 'vitest';
import { z } from 'zod';
import { defineOperation, idParams, textIdParams } from '#app/_lib/operations/operation.ts';
import { maxBodyBytes } from '#app/_lib/read-json.ts';
import { answer, createRoute, handle } from '#app/_lib/route.ts';
import { send } from '#app/_lib/testing/send.ts';
import * as nowhere from '#app/api/v1/[...path]/route.ts';
import { AppError, type ErrorCode } from '#lib/errors.ts';

const body = z.strictObject({
  prompt: z.string(),
  deep: z.strictObject({ list: z.array(z.int()) }).optional(),
});
const described = { id: 'checkLive', method: 'GET', path: '/x', topic: 'service', answers: {} } as const;
const query = z.strictObject({ q: z.string().optional() });
const echo = createRoute({
  GET: handle(defineOperation({ ...described, query }), async ({ query: given }) => answer(given)),
  POST: handle(defineOperation({ ...described, body }), async ({ body: given }) =>
    answer(given.prompt.length, 201),
  ),
  DELETE: handle({ ...described, params: idParams }, async () => new Response(null, { status: 204 })),
});
const failing = (error: unknown) =>
  createRoute({
    GET: handle(described, async () => {
      throw error;
    }),
  });
const codeOf = (sent: { body: unknown }) =>
  z.object({ error: z.object({ code: z.string() }) }).parse(sent.body).error.code;

test('takes what a program and what its own page send', async () => {
  expect(await send(echo, 'POST', 'x', { body: { prompt: 'Hi' } })).toMatchObject({ status: 201, body: 2 });
  const own = { origin: 'http://127.0.0.1:3000', 'sec-fetch-site': 'same-origin' };
  expect((await send(echo, 'POST', 'x', { body: { prompt: 'Hi' }, headers: own })).status).toBe(201);
});

test('a NUL in any field, parameter or query is dropped, for no database takes one', async () => {
  expect(await send(echo, 'GET', 'x?q=a%00b')).toMatchObject({ status: 200, body: { q: 'ab' } });
  expect(await send(echo, 'POST', 'x', { body: { prompt: 'a\u0000' } })).toMatchObject({ body: 1 });
  const named = createRoute({
    GET: handle({ ...described, params: textIdParams }, async ({ params }) => answer(params.id)),
  });
  expect(await send(named, 'GET', 'x', { params: { id: 'a\u0000b' } })).toMatchObject({ body: 'ab' });
});

test('OPTIONS names the methods of this address alone', async () => {
  const response = await echo.OPTIONS();
  expect([response.status, response.headers.get('allow')]).toEqual([204, 'GET, HEAD, POST, DELETE, OPTIONS']);
});

test('refuses what another site sends through a browser, before it reads a byte', async () => {
  const foreign: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://127.0.0.1:3001' },
    { origin: 'http://localhost:3000' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://evil.example', 'content-type': 'text/plain' },
  ];
  for (const headers of foreign) {
    const sent = await send(echo, 'POST', 'x', { body: { prompt: 'Hi' }, headers });
    expect([sent.status, codeOf(sent)]).toEqual([403, 'forbidden']);
  }
  const id = '0198f3a0-0000-7000-8000-000000000001';
  const headers = { origin: 'https://evil.example' };
  expect((await send(echo, 'DELETE', 'x', { params: { id }, headers })).status).toBe(403);
});

test('a body that is not JSON by its type is 415, by its content 400', async () => {
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', '']) {
    const sent = await send(echo, 'POST', 'x', {
      body: '{"prompt":"Hi"}',
      headers: { 'content-type': type },
    });
    expect([sent.status, codeOf(sent)]).toEqual([415, 'unsupported-media-type']);
  }
  const charset = { 'content-type': 'Application/JSON; charset=utf-8' };
  expect((await send(echo, 'POST', 'x', { body: '{"prompt":"Hi"}', headers: charset })).status).toBe(201);
  for (const text of ['', '{', '{"prompt":"Hi"} x']) {
    expect((await send(echo, 'POST', 'x', { body: text })).status).toBe(400);
  }
});

test('200,000 Chinese characters fit; more than 1 MB is 413, whatever the length header says', async () => {
  expect((await send(echo, 'POST', 'x', { body: { prompt: '百'.repeat(200_000) } })).body).toBe(200_000);
  const large = JSON.stringify({ prompt: 'x'.repeat(maxBodyBytes) });
  for (const headers of [{}, { 'content-length': '10' }, { 'content-length': String(maxBodyBytes + 1) }]) {
    const sent = await send(echo, 'POST', 'x', { body: large, headers });
    expect([sent.status, codeOf(sent)]).toEqual([413, 'too-large']);
  }
});

test('stops reading a body that never ends', async () => {
  let chunks = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      chunks += 1;
      controller.enqueue(new Uint8Array(64 * 1024));
    },
  });
  const headers = { 'content-type': 'application/json' };
  // Needed for streams by Node, unknown to the types of browsers.
  const init = { method: 'POST', headers, body: endless, duplex: 'half' };
  expect((await echo.POST(new Request('http://127.0.0.1:3000/x', init))).status).toBe(413);
  expect(chunks).toBeLessThan(30);
});

test('names every field that is wrong or unknown', async () => {
  const sent = await send(echo, 'POST', 'x', {
    body: { prompt: 1, more: 1, deep: { list: [1, 'a'], z: 1 } },
  });
  expect(sent).toMatchObject({ status: 400, body: { error: { code: 'invalid-request' } } });
  const shape = z.object({ error: z.object({ details: z.array(z.object({ path: z.string() })) }) });
  const { details } = shape.parse(sent.body).error;
  expect(details.map((detail) => detail.path).sort()).toEqual(['deep.list.1', 'deep.z', 'more', 'prompt']);
});

test('refuses unknown and doubled fields of a query, and a path that cannot exist is not found', async () => {
  expect(await send(echo, 'GET', 'x?q=a')).toMatchObject({ status: 200, body: { q: 'a' } });
  expect((await send(echo, 'GET', 'x?z=1')).status).toBe(400);
  expect((await send(echo, 'GET', 'x?q=a&q=b')).status).toBe(400);
  expect((await send(echo, 'DELETE', 'x', { params: { id: 'not-an-id' } })).status).toBe(404);
});

test('an address that is not there is 404 in JSON, whatever is sent to it', async () => {
  for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const) {
    const sent = await send(nowhere, method, 'x?q=a', { headers: { origin: 'https://evil.example' } });
    expect([sent.status, codeOf(sent)]).toEqual([404, 'not-found']);
  }
});

test('a method that is not there is 405 in JSON and names those that are', async () => {
  const sent = await send(echo, 'PUT', 'x');
  expect([sent.status, codeOf(sent)]).toEqual([405, 'method-not-allowed']);
  expect(sent.headers.get('allow')).toBe('GET, HEAD, POST, DELETE, OPTIONS');
});

test('every code has its status, and waiting is bounded by a header', async () => {
  const statuses: [ErrorCode, number, string | null][] = [
    ['conflict', 409, null],
    ['ballot-final', 409, null],
    ['rate-limited', 429, '10'],
    ['endpoint-failed', 502, null],
    ['unavailable', 503, '2'],
  ];
  for (const [code, status, wait] of statuses) {
    const sent = await send(failing(new AppError(code, 'Said.')), 'GET', 'x');
    expect([sent.status, sent.headers.get('retry-after')]).toEqual([status, wait]);
    expect(sent.body).toEqual({ error: { code, message: 'Said.' } });
  }
});

test('an error nobody foresaw tells nothing of the inside', async () => {
  for (const error of [
    new Error('password=1234'),
    'password=1234',
    new AppError('internal', 'password=1234'),
  ]) {
    const sent = await send(failing(error), 'GET', 'x');
    expect([sent.status, codeOf(sent)]).toEqual([500, 'internal']);
    expect(sent.text).not.toContain('1234');
  }
});
