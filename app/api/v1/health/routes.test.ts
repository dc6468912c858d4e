import { afterEach, expect, test } from 'vitest';
import { send } from '#app/_lib/testing/send.ts';
import * as anyRoutes from '#app/api/v1/[...path]/route.ts';
import * as cardRoutes from '#app/api/v1/catalog/[id]/route.ts';
import * as catalogRoutes from '#app/api/v1/catalog/route.ts';
import * as liveRoutes from '#app/api/v1/health/live/route.ts';
import * as readyRoutes from '#app/api/v1/health/ready/route.ts';
import { configureDatabase } from '#db/client.ts';
import { setUpTestDatabase } from '#db/testing/test-database.ts';
import { getProcessState } from '#lib/process-state.ts';

setUpTestDatabase();
afterEach(() => {
  getProcessState().draining = false;
});

const status = async (routes: Parameters<typeof send>[0]) => (await send(routes, 'GET', 'health')).status;

test('a draining process lives but is not ready', async () => {
  expect([await status(liveRoutes), await status(readyRoutes)]).toEqual([200, 200]);
  getProcessState().draining = true;
  expect([await status(liveRoutes), await status(readyRoutes)]).toEqual([200, 503]);
});

test('the catalog answers without a database; readiness says that it is away', async () => {
  await configureDatabase({ url: 'postgres://baijia:x@127.0.0.1:1/baijia' });
  expect([await status(liveRoutes), await status(readyRoutes)]).toEqual([200, 503]);
  const eliza = await send(cardRoutes, 'GET', 'x', { params: { id: 'eliza' } });
  expect(eliza).toMatchObject({ status: 200, body: { id: 'eliza', lineage: { basedOn: [] } } });
  expect((await send(cardRoutes, 'GET', 'x', { params: { id: 'nobody' } })).status).toBe(404);
  expect(await send(catalogRoutes, 'GET', 'catalog?q=eliza')).toMatchObject({
    body: { data: [{ id: 'eliza' }] },
  });
  expect((await send(catalogRoutes, 'GET', 'catalog?kind=robot')).status).toBe(400);
});

test('an address without anything answers in JSON', async () => {
  expect(await send(anyRoutes, 'POST', 'nothing/here')).toMatchObject({
    status: 404,
    body: { error: { code: 'not-found' } },
  });
});
