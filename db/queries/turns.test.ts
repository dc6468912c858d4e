import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { withDatabase } from '#db/client.ts';
import { getComparisonDetail } from '#db/queries/comparison-detail.ts';
import { createOpenComparison } from '#db/queries/comparisons.ts';
import { createTurn } from '#db/queries/create-turn.ts';
import { getTurn } from '#db/queries/turns.ts';
import { turns } from '#db/schema/turns.ts';
import { addAnsweredTurn, addEndpoint, addRater, localRater } from '#db/testing/rows.ts';
import { setUpTestDatabase } from '#db/testing/test-database.ts';
import { cleanText } from '#lib/clean-text.ts';

setUpTestDatabase();

async function addComparison() {
  const endpoint = await addEndpoint();
  const lanes = [{ endpointId: endpoint.id }, { endpointId: endpoint.id }];
  return createOpenComparison(localRater, { mode: 'open', lanes });
}

async function ask(comparisonId: string, prompt: string) {
  const { turnId } = await createTurn(localRater, comparisonId, { prompt }, 'test');
  return getTurn(localRater, turnId);
}

const endTurn = (id: string) =>
  withDatabase((db) => db.update(turns).set({ status: 'complete' }).where(eq(turns.id, id)));

test('a turn has one pending response per lane, in the order of the lanes', async () => {
  const comparison = await addComparison();
  const turn = await ask(comparison.id, 'Why is the sky blue?');
  expect(turn).toMatchObject({ index: 0, status: 'running', prompt: 'Why is the sky blue?' });
  expect(turn.responses.map((response) => response.laneId)).toEqual(comparison.lanes.map((lane) => lane.id));
  expect(turn.responses.every((response) => response.status === 'pending')).toBe(true);
});

test('the first prompt names the comparison, in characters and not in half ones', async () => {
  const comparison = await addComparison();
  const turn = await ask(comparison.id, `\n ${'𠮷'.repeat(100)}\nmore`);
  await endTurn(turn.id);
  await ask(comparison.id, 'Another');
  const { title } = await getComparisonDetail(localRater, comparison.id);
  expect(title).toBe(`${'𠮷'.repeat(79)}…`);
});

test('a second turn waits for the end of the first', async () => {
  const comparison = await addComparison();
  const turn = await ask(comparison.id, 'One');
  await expect(ask(comparison.id, 'Two')).rejects.toMatchObject({
    code: 'conflict',
  });
  await endTurn(turn.id);
  expect((await ask(comparison.id, 'Two')).index).toBe(1);
});

test('the same key gives the same turn, even twenty times at once; another prompt is refused', async () => {
  const comparison = await addComparison();
  const input = { prompt: 'Once', idempotencyKey: 'key' };
  const results = await Promise.all(
    Array.from({ length: 20 }, () => createTurn(localRater, comparison.id, input, 'test')),
  );
  expect(new Set(results.map((result) => result.turnId)).size).toBe(1);
  expect(results.filter((result) => result.started !== null)).toHaveLength(1);
  await expect(
    createTurn(localRater, comparison.id, { prompt: 'Twice', idempotencyKey: 'key' }, 'test'),
  ).rejects.toMatchObject({ code: 'conflict' });
});

test('of twenty different prompts at once one is taken', async () => {
  const comparison = await addComparison();
  const results = await Promise.allSettled(
    Array.from({ length: 20 }, (_, index) => ask(comparison.id, `${index}`)),
  );
  expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
});

test('turns that are asked in the same moment are stored together; what one is refused for is its own', async () => {
  const other = await addRater('stranger');
  const all = await Promise.all(Array.from({ length: 8 }, addComparison));
  const [busy, foreign, ...free] = all.map(({ id }) => id);
  await ask(busy ?? '', 'Still running');
  const results = await Promise.allSettled([
    ...free.map((id, index) => createTurn(localRater, id, { prompt: `${index}` }, 'test')),
    createTurn(localRater, busy ?? '', { prompt: 'Too early' }, 'test'),
    createTurn(other, foreign ?? '', { prompt: 'Not mine' }, 'test'),
  ]);
  expect(results.slice(-2)).toMatchObject([
    { status: 'rejected', reason: { code: 'conflict' } },
    { status: 'rejected', reason: { code: 'not-found' } },
  ]);
  for (const [index, result] of results.slice(0, -2).entries()) {
    if (result.status === 'rejected') throw result.reason;
    const turn = await getTurn(localRater, result.value.turnId);
    expect(turn).toMatchObject({ comparisonId: free[index], prompt: `${index}`, status: 'running' });
    expect(turn.responses.map(({ laneId }) => laneId)).toEqual(
      all.find(({ id }) => id === free[index])?.lanes.map(({ id }) => id),
    );
  }
});

test('nobody reaches the turns of somebody else', async () => {
  const other = await addRater('other');
  const { comparison, turn } = await addAnsweredTurn();
  await expect(getTurn(other, turn.id)).rejects.toMatchObject({ code: 'not-found' });
  await expect(createTurn(other, comparison.id, { prompt: 'Hi' }, 'test')).rejects.toMatchObject({
    code: 'not-found',
  });
});

test('stores 200,000 Chinese characters and text that was cleaned', async () => {
  const long = await ask((await addComparison()).id, '百'.repeat(200_000));
  expect(long.prompt).toHaveLength(200_000);
  const odd = await ask((await addComparison()).id, cleanText('a\u0000b\ud800c'));
  expect(odd.prompt).toBe('ab\ufffdc');
});
