import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { withDatabase } from '#db/client.ts';
import { ensureDemoEndpoints } from '#db/queries/demo-endpoints.ts';
import {
  createEndpoint,
  disableEndpoint,
  getCallableEndpoint,
  getEndpoint,
  listEndpoints,
  updateEndpoint,
} from '#db/queries/endpoints.ts';
import { endpoints } from '#db/schema/endpoints.ts';
import { addEndpoint, plainBox } from '#db/testing/rows.ts';
import { setUpTestDatabase } from '#db/testing/test-database.ts';

setUpTestDatabase();

const apiKey = 'sk-very-secret-1234';

test('a key and headers are sealed, shown as hint and names, and opened for the one who asks', async () => {
  const endpoint = await addEndpoint({ apiKey, headers: { 'X-Team': 'blue' } });
  expect(endpoint).toMatchObject({ keyHint: '1234', headerNames: ['X-Team'] });
  const [row] = await withDatabase((db) => db.select().from(endpoints).where(eq(endpoints.id, endpoint.id)));
  for (const shown of [JSON.stringify(row), JSON.stringify(await listEndpoints())]) {
    expect(shown).not.toContain(apiKey);
    expect(shown).not.toContain('blue');
  }
  expect(JSON.stringify(await listEndpoints())).not.toContain(row?.keyCipher);
  expect(await getCallableEndpoint(endpoint.id, plainBox)).toMatchObject({
    apiKey,
    headers: { 'X-Team': 'blue' },
  });
});

test('no hint gives a short key away, but it is known that there is one', async () => {
  const { id, ...endpoint } = await addEndpoint({ apiKey: 'short' });
  expect(endpoint).toMatchObject({ hasKey: true, keyHint: null });
  expect(await updateEndpoint(id, { apiKey: null }, plainBox)).toMatchObject({
    hasKey: false,
    keyHint: null,
  });
});

test('a change names its fields alone; null forgets the key', async () => {
  const { id } = await addEndpoint({ apiKey, cardId: 'card', params: { temperature: 1 } });
  const renamed = await updateEndpoint(id, { name: 'Renamed', cardId: null }, plainBox);
  expect(renamed).toMatchObject({
    name: 'Renamed',
    cardId: null,
    keyHint: '1234',
    params: { temperature: 1 },
  });
  expect((await updateEndpoint(id, { apiKey: null }, plainBox)).keyHint).toBeNull();
  expect((await getCallableEndpoint(id, plainBox))?.apiKey).toBeNull();
});

test('a key does not follow its endpoint to another server', async () => {
  const { id } = await addEndpoint({ apiKey, headers: { 'X-Team': 'blue' } });
  await expect(updateEndpoint(id, { baseUrl: 'https://evil.example/v1' }, plainBox)).rejects.toMatchObject({
    code: 'invalid-request',
    details: [{ path: 'apiKey' }, { path: 'headers' }],
  });
  await updateEndpoint(id, { baseUrl: 'http://127.0.0.1:9/v2' }, plainBox);
  const moved = { baseUrl: 'https://good.example/v1', apiKey: null, headers: null };
  expect(await updateEndpoint(id, moved, plainBox)).toMatchObject({ keyHint: null, headerNames: [] });
});

test('deleting disables; what does not exist is not found', async () => {
  const { id } = await addEndpoint();
  await disableEndpoint(id);
  expect((await getEndpoint(id)).enabled).toBe(false);
  expect((await updateEndpoint(id, { enabled: true }, plainBox)).enabled).toBe(true);
  for (const attempt of [
    () => disableEndpoint('nobody'),
    () => getEndpoint('nobody'),
    () => updateEndpoint('nobody', {}, plainBox),
  ]) {
    await expect(attempt()).rejects.toMatchObject({ code: 'not-found' });
  }
});

test('the same server and model may be added twice', async () => {
  const first = await addEndpoint();
  const second = await addEndpoint();
  expect(first.id).not.toBe(second.id);
});

test('demo endpoints are there after every start and keep what a person changed', async () => {
  await ensureDemoEndpoints('http://127.0.0.1:3000/api/demo/v1');
  await updateEndpoint('eliza', { name: 'Doctor', enabled: false }, plainBox);
  await ensureDemoEndpoints('http://127.0.0.1:4000/api/demo/v1');
  expect(await getEndpoint('eliza')).toMatchObject({
    name: 'Doctor',
    enabled: false,
    baseUrl: 'http://127.0.0.1:4000/api/demo/v1',
    cardId: 'eliza',
    model: 'eliza',
    source: 'demo',
  });
  const demos = (await listEndpoints()).filter((endpoint) => endpoint.source === 'demo');
  expect(demos.map((endpoint) => endpoint.id)).toEqual(['eliza', 'librarian', 'shannon']);
});

test('a wrong source is refused by the database itself', async () => {
  const input = { name: 'x', protocol: 'chat', baseUrl: 'http://127.0.0.1:9/v1', model: 'm' } as const;
  await expect(createEndpoint(input, 'elsewhere' as 'user', plainBox)).rejects.toThrow();
});
