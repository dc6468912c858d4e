import { expect, test } from 'vitest';
import { send } from '#app/_lib/testing/send.ts';
import * as undo from '#app/api/v1/actions/[id]/undo/route.ts';
import * as actions from '#app/api/v1/actions/route.ts';
import * as record from '#app/api/v1/preferences/[id]/route.ts';
import * as bulk from '#app/api/v1/preferences/bulk/route.ts';
import * as log from '#app/api/v1/preferences/route.ts';
import * as tags from '#app/api/v1/tags/route.ts';
import * as view from '#app/api/v1/views/[id]/route.ts';
import * as views from '#app/api/v1/views/route.ts';
import { putBallot } from '#db/queries/ballots.ts';
import { addAnsweredTurn, localRater } from '#db/testing/rows.ts';
import { setUpTestDatabase } from '#db/testing/test-database.ts';
import { createId } from '#lib/ids.ts';
import { ballotInputSchema } from '#lib/preferences/ballot-schema.ts';

setUpTestDatabase();

test('one record is tagged, all that match are excluded, and both are undone', async () => {
  const { turn, laneIds } = await addAnsweredTurn();
  const ranking = laneIds.map((id) => [id]);
  const { ballot } = await putBallot(localRater, turn.id, ballotInputSchema.parse({ ranking }));
  const params = { id: ballot.id };
  const change = { kind: 'tag', value: ' 难 题 ' };
  const tagged = await send(record, 'PATCH', 'preferences/x', { params, body: change });
  expect(tagged).toMatchObject({ status: 200, body: { preference: { id: ballot.id, tags: ['难 题'] } } });
  expect(await send(tags, 'GET', 'tags')).toMatchObject({ body: { data: [{ tag: '难 题', ballots: 1 }] } });
  const filter = { tag: '难 题', hasComment: false };
  const all = { filter, change: { kind: 'exclude', value: 'off topic' }, expected: 1 };
  const excluded = await send(bulk, 'POST', 'preferences/bulk', { body: all });
  expect(excluded).toMatchObject({ status: 200, body: { matched: 1, changed: 1 } });
  const listed = await send(log, 'GET', 'preferences?excluded=off+topic&tag=%E9%9A%BE+%E9%A2%98');
  expect(listed).toMatchObject({ body: { data: [{ id: ballot.id }], count: { value: 1, exact: true } } });
  const done = await send(actions, 'GET', 'actions');
  expect(done).toMatchObject({ body: { data: [{ kind: 'exclude', filter }, { kind: 'tag' }] } });
  const { data } = done.body as { data: { id: string }[] };
  for (const { id } of data) {
    const undone = await send(undo, 'POST', 'actions/x/undo', { params: { id } });
    expect(undone).toMatchObject({ status: 200, body: { changed: 1 } });
  }
  expect(await send(record, 'GET', 'preferences/x', { params })).toMatchObject({
    body: { tags: [], excluded: [] },
  });
});

test.each([
  [record, 'PATCH', { kind: 'tag', value: ' ' }, 400],
  [record, 'PATCH', { kind: 'exclude', value: 'too-fast' }, 400],
  [record, 'PATCH', { kind: 'paint', value: 'red' }, 400],
  [record, 'PATCH', { kind: 'tag', value: 'a', extra: 1 }, 400],
  [record, 'PATCH', { kind: 'tag', value: 'a' }, 404],
  [bulk, 'POST', { filter: {}, change: { kind: 'note', value: 'a' } }, 400],
  [bulk, 'POST', { filter: { mod: 'open' }, change: { kind: 'tag', value: 'a' } }, 400],
  [bulk, 'POST', { filter: {}, change: { kind: 'tag', value: 'a' }, expected: 99 }, 409],
] as const)('what cannot be done is refused (%#)', async (route, method, body, status) => {
  expect(await send(route, method, 'x', { params: { id: createId() }, body })).toMatchObject({ status });
});

test('a view keeps a filter under a name of its own', async () => {
  const body = { name: ' Ties ', filter: { outcome: 'tie', hasComment: true } };
  const made = await send(views, 'POST', 'views', { body });
  expect(made).toMatchObject({ status: 201, body: { name: 'Ties', filter: body.filter } });
  expect(await send(views, 'POST', 'views', { body })).toMatchObject({ status: 409 });
  const params = { id: (made.body as { id: string }).id };
  const other = await send(views, 'POST', 'views', { body: { name: 'Other', filter: {} } });
  expect(other).toMatchObject({ status: 201 });
  expect(await send(view, 'PATCH', 'views/x', { params, body: { name: 'Other' } })).toMatchObject({
    status: 409,
  });
  expect(await send(view, 'PATCH', 'views/x', { params, body: { name: 'A tie' } })).toMatchObject({
    status: 200,
    body: { name: 'A tie', filter: body.filter },
  });
  expect(await send(views, 'GET', 'views')).toMatchObject({
    body: { data: [{ name: 'A tie' }, { name: 'Other' }] },
  });
  expect(await send(view, 'DELETE', 'views/x', { params })).toMatchObject({ status: 204 });
  expect(await send(view, 'DELETE', 'views/x', { params })).toMatchObject({ status: 404 });
});
