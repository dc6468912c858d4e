import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { send } from '#app/_lib/testing/send.ts';
import * as oneRoutes from '#app/api/v1/endpoints/[id]/route.ts';
import * as testRoutes from '#app/api/v1/endpoints/[id]/test/route.ts';
import * as discoverRoutes from '#app/api/v1/endpoints/discover/route.ts';
import * as routes from '#app/api/v1/endpoints/route.ts';
import { setUpTestDatabase } from '#db/testing/test-database.ts';
import { discoveredEndpointSchema, endpointSchema } from '#lib/endpoints/schema.ts';

const folder = mkdtempSync(join(tmpdir(), 'baijia-routes-'));
vi.stubEnv('DATA_DIR', folder);
vi.stubEnv('DEEPSEEK_API_KEY', 'sk-from-the-environment-9876');
afterAll(() => rmSync(folder, { recursive: true, force: true }));
setUpTestDatabase();

const apiKey = 'sk-very-secret-abcd';
const input = { name: 'Model', protocol: 'chat', baseUrl: 'http://127.0.0.1:9/v1', model: 'm' };

async function add(more: Record<string, unknown> = {}) {
  const sent = await send(routes, 'POST', 'endpoints', { body: { ...input, ...more } });
  expect(sent.status).toBe(201);
  return { endpoint: endpointSchema.strict().parse(sent.body), text: sent.text };
}

test('no answer ever holds a key or a header’s value', async () => {
  const headers = { 'X-Team': 'blue-secret' };
  const { endpoint, text } = await add({ apiKey, headers });
  const params = { id: endpoint.id };
  const answers = [
    text,
    (await send(routes, 'GET', 'endpoints')).text,
    (await send(oneRoutes, 'GET', 'x', { params })).text,
    (await send(oneRoutes, 'PATCH', 'x', { params, body: { apiKey: `${apiKey}-new` } })).text,
    (await send(testRoutes, 'POST', 'x', { params })).text,
    (await send(routes, 'POST', 'endpoints', { body: { ...input, apiKey: `${apiKey} ${apiKey}` } })).text,
  ];
  for (const shown of answers) {
    expect(shown).not.toContain('very-secret');
    expect(shown).not.toContain('blue-secret');
  }
  expect(endpoint).toMatchObject({ keyHint: 'abcd', headerNames: ['X-Team'], enabled: true, source: 'user' });
});

test('deleting disables, and PATCH enables again', async () => {
  const { endpoint } = await add();
  const params = { id: endpoint.id };
  expect((await send(oneRoutes, 'DELETE', 'x', { params })).status).toBe(204);
  expect((await send(oneRoutes, 'GET', 'x', { params })).body).toMatchObject({ enabled: false });
  const patched = await send(oneRoutes, 'PATCH', 'x', { params, body: { enabled: true } });
  expect(patched).toMatchObject({ status: 200, body: { enabled: true } });
  expect((await send(oneRoutes, 'DELETE', 'x', { params: { id: 'nobody' } })).status).toBe(404);
});

test('refuses what is no endpoint, field by field', async () => {
  const body = { ...input, protocol: 'telepathy', baseUrl: 'ftp://x', secret: 1 };
  const sent = await send(routes, 'POST', 'endpoints', { body });
  expect(sent.status).toBe(400);
  for (const path of ['protocol', 'baseUrl', 'secret']) expect(sent.text).toContain(`"path":"${path}"`);
});

test('a key of the environment goes to its own server alone', async () => {
  const found = await send(discoverRoutes, 'GET', 'endpoints/discover');
  const { data } = z.object({ data: z.array(discoveredEndpointSchema) }).parse(found.body);
  const preset = data.find((one) => one.keyVariable === 'DEEPSEEK_API_KEY');
  expect(found.text).not.toContain('from-the-environment');
  const keyVariable = 'DEEPSEEK_API_KEY';
  const { endpoint, text } = await add({ baseUrl: preset?.baseUrl, keyVariable });
  expect(endpoint).toMatchObject({ source: 'environment', keyHint: '9876' });
  expect(text).not.toContain('from-the-environment');
  for (const body of [
    { ...input, keyVariable },
    { ...input, baseUrl: preset?.baseUrl, keyVariable: 'PATH' },
    { ...input, baseUrl: preset?.baseUrl, keyVariable, apiKey },
  ]) {
    const refused = await send(routes, 'POST', 'endpoints', { body });
    expect([refused.status, refused.text.includes('keyVariable')]).toEqual([400, true]);
  }
});

test('a test asks the real server with the real key and tells what came', async () => {
  let authorization: string | undefined;
  const server = createServer((request, response) => {
    authorization = request.headers.authorization;
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const chunk = (delta: object, finish: string | null) =>
      `data: ${JSON.stringify({ id: 'x', object: 'chat.completion.chunk', created: 0, model: 'm', choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`;
    response.end(
      `${chunk({ role: 'assistant', content: 'Hello!' }, null)}${chunk({}, 'stop')}data: [DONE]\n\n`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const { endpoint } = await add({ baseUrl: `http://127.0.0.1:${port}/v1`, apiKey });
  const sent = await send(testRoutes, 'POST', 'x', { params: { id: endpoint.id } });
  server.close();
  expect(authorization).toBe(`Bearer ${apiKey}`);
  expect(sent).toMatchObject({ status: 200, body: { ok: true, text: 'Hello!', error: null } });
});

test('a test of a server that is away is an answer, not an error', async () => {
  const { endpoint } = await add();
  const sent = await send(testRoutes, 'POST', 'x', { params: { id: endpoint.id } });
  expect(sent).toMatchObject({ status: 200, body: { ok: false, text: null, timeToFirstTextMs: null } });
  expect((await send(testRoutes, 'POST', 'x', { params: { id: 'nobody' } })).status).toBe(404);
});
