import { expect, test } from 'vitest';
import { send } from '#app/_lib/testing/send.ts';
import * as routes from '#app/api/v1/catalog/[id]/route.ts';
import { configureDatabase } from '#db/client.ts';
import { disableEndpoint } from '#db/queries/endpoints.ts';
import { addEndpoint } from '#db/testing/rows.ts';
import { setUpTestDatabase } from '#db/testing/test-database.ts';

setUpTestDatabase();

const get = (id: string) => send(routes, 'GET', `catalog/${id}`, { params: { id } });

test('a card names the endpoints that serve it and those that serve a successor, and its arena history', async () => {
  const own = await addEndpoint({ name: 'Mine', model: 'llama-7b', cardId: 'llama' });
  const gone = await addEndpoint({ name: 'Gone', model: 'llama-13b', cardId: 'llama' });
  await disableEndpoint(gone.id);
  const later = await addEndpoint({ name: 'New', model: 'meta-llama/Llama-3.1-8B-Instruct' });
  await addEndpoint({ name: 'Other', model: 'qwen3:8b' });
  const { status, body } = await get('llama');
  expect(status).toBe(200);
  expect(body).toMatchObject({ id: 'llama', lineage: { basedOn: [] }, arena: [{ name: 'llama-13b' }] });
  expect(body).toHaveProperty('endpoints', [
    { id: own.id, name: 'Mine', model: 'llama-7b', enabled: true, isSuccessor: false },
    { id: gone.id, name: 'Gone', model: 'llama-13b', enabled: false, isSuccessor: false },
    { id: later.id, name: 'New', model: later.model, enabled: true, isSuccessor: true },
  ]);
  expect((await get('gpt-99')).status).toBe(404);
});

test('a card needs no database', async () => {
  await configureDatabase({ url: 'postgres://nobody@127.0.0.1:9/none' });
  const { status, body } = await get('bloomz');
  expect(status).toBe(200);
  expect(body).toMatchObject({ id: 'bloomz', endpoints: null });
});
