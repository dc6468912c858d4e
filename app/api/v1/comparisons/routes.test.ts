import { expect, test } from 'vitest';
import { z } from 'zod';
import { send } from '#app/_lib/testing/send.ts';
import * as oneRoutes from '#app/api/v1/comparisons/[id]/route.ts';
import * as routes from '#app/api/v1/comparisons/route.ts';
import * as preferenceRoutes from '#app/api/v1/preferences/[id]/route.ts';
import * as logRoutes from '#app/api/v1/preferences/route.ts';
import * as ballotRoutes from '#app/api/v1/turns/[id]/ballot/route.ts';
import { addAnsweredTurn, addEndpoint } from '#db/testing/rows.ts';
import { setUpTestDatabase } from '#db/testing/test-database.ts';
import { comparisonSummarySchema } from '#lib/arena/history-schema.ts';
import { comparisonSchema } from '#lib/arena/schema.ts';
import { ballotSchema, revealSchema } from '#lib/preferences/ballot-schema.ts';
import { comparisonDetailSchema } from '#lib/preferences/comparison-detail-schema.ts';
import { preferenceSchema } from '#lib/preferences/log-schema.ts';

setUpTestDatabase();

test('a comparison is made, read, renamed, listed and deleted in the words of the API', async () => {
  const { id: endpointId } = await addEndpoint();
  const made = await send(routes, 'POST', 'comparisons', {
    body: { mode: 'open', lanes: [{ endpointId, params: { temperature: 0 } }, { endpointId }] },
  });
  expect(made.status).toBe(201);
  const { id } = comparisonSchema.strict().parse(made.body);
  const params = { id };
  const renamed = await send(oneRoutes, 'PATCH', 'x', { params, body: { title: ' Sky\u0000 ' } });
  expect(renamed).toMatchObject({ status: 200, body: { title: 'Sky' } });
  const read = await send(oneRoutes, 'GET', 'x', { params });
  expect(comparisonDetailSchema.strict().parse(read.body)).toMatchObject({ id, title: 'Sky', turns: [] });
  const listed = await send(routes, 'GET', 'comparisons?limit=1&q=sky');
  const page = z.strictObject({ data: z.array(comparisonSummarySchema.strict()), nextCursor: z.null() });
  expect(page.parse(listed.body).data.map((item) => item.id)).toEqual([id]);
  expect((await send(oneRoutes, 'DELETE', 'x', { params })).status).toBe(204);
  expect((await send(oneRoutes, 'GET', 'x', { params })).status).toBe(404);
});

test('refuses what cannot be compared', async () => {
  const bodies = [
    { mode: 'blind' },
    { mode: 'open', lanes: [] },
    { mode: 'open', lanes: Array.from({ length: 9 }, () => ({ endpointId: 'eliza' })) },
    { mode: 'open', lanes: [{ endpointId: 'nobody' }] },
    { mode: 'open', lanes: [{ endpointId: 'eliza', params: { temprature: 1 } }] },
  ];
  for (const body of bodies) {
    const sent = await send(routes, 'POST', 'comparisons', { body });
    expect(sent).toMatchObject({ status: 400, body: { error: { code: 'invalid-request' } } });
  }
  for (const query of ['limit=0', 'limit=201', 'limit=x', 'cursor=x', 'page=2']) {
    expect((await send(routes, 'GET', `comparisons?${query}`)).status).toBe(400);
  }
});

test('a ballot is 201 once and 200 after, and stands in the log', async () => {
  const { turn, laneIds } = await addAnsweredTurn({ prompt: '百家' });
  const params = { id: turn.id };
  expect((await send(ballotRoutes, 'GET', 'x', { params })).status).toBe(404);
  const body = { ranking: laneIds.map((laneId) => [laneId]), comment: '第一个更好' };
  const first = await send(ballotRoutes, 'PUT', 'x', { params, body });
  const shape = z.strictObject({
    ballot: ballotSchema.strict(),
    reveal: z.array(revealSchema.strict()),
    excluded: z.array(z.string()),
  });
  const { ballot } = shape.parse(first.body);
  expect([first.status, ballot.revision]).toEqual([201, 1]);
  expect((await send(ballotRoutes, 'PUT', 'x', { params, body })).status).toBe(200);
  const revised = await send(ballotRoutes, 'PUT', 'x', { params, body: { allBad: true } });
  expect(revised).toMatchObject({ status: 200, body: { ballot: { revision: 2, allBad: true } } });
  expect((await send(ballotRoutes, 'GET', 'x', { params })).body).toMatchObject({ id: ballot.id });

  const log = await send(logRoutes, 'GET', 'preferences?outcome=all-bad&limit=5');
  expect(log).toMatchObject({ status: 200, body: { count: { value: 1, exact: true }, nextCursor: null } });
  const one = await send(preferenceRoutes, 'GET', 'x', { params: { id: ballot.id } });
  expect(preferenceSchema.strict().parse(one.body).turn.prompt).toBe('百家');
  expect((await send(logRoutes, 'GET', 'preferences?colour=red')).status).toBe(400);
});

test('a ballot from another site is refused', async () => {
  const { turn } = await addAnsweredTurn();
  const headers = { origin: 'https://evil.example' };
  const sent = await send(ballotRoutes, 'PUT', 'x', {
    params: { id: turn.id },
    body: { allBad: true },
    headers,
  });
  expect(sent).toMatchObject({ status: 403, body: { error: { code: 'forbidden' } } });
});
