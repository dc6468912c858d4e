import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { withDatabase } from '#db/client.ts';
import { getComparisonDetail } from '#db/queries/comparison-detail.ts';
import { createOpenComparison, deleteComparison, renameComparison } from '#db/queries/comparisons.ts';
import { disableEndpoint, updateEndpoint } from '#db/queries/endpoints.ts';
import { listHistory } from '#db/queries/history.ts';
import { comparisons } from '#db/schema/comparisons.ts';
import { addAnsweredTurn, addEndpoint, addRater, plainBox } from '#db/testing/rows.ts';
import { setUpTestDatabase } from '#db/testing/test-database.ts';
import { historyQuerySchema } from '#lib/arena/history-schema.ts';
import type { RaterId } from '#lib/rater.ts';

setUpTestDatabase();

const search = (rater: RaterId, query: Record<string, unknown> = {}) =>
  listHistory(rater, historyQuerySchema.parse(query));

test('lanes stand in the order given, twice the same endpoint, with their own parameters', async () => {
  const rater = await addRater('lanes');
  const first = await addEndpoint({ name: 'One', cardId: 'card-one' });
  const second = await addEndpoint({ name: 'Two' });
  const comparison = await createOpenComparison(rater, {
    mode: 'open',
    system: 'Be brief',
    lanes: [
      { endpointId: second.id, params: { temperature: 0.2, stop: ['\n'] }, system: 'Own' },
      { endpointId: first.id },
      { endpointId: second.id },
    ],
  });
  expect(comparison.lanes.map((lane) => [lane.label, lane.name, lane.cardId])).toEqual([
    ['A', 'Two', null],
    ['B', 'One', 'card-one'],
    ['C', 'Two', null],
  ]);
  expect(comparison.lanes[0]).toMatchObject({ params: { temperature: 0.2, stop: ['\n'] }, system: 'Own' });
  const detail = await getComparisonDetail(rater, comparison.id);
  expect(detail).toMatchObject({ ...comparison, turns: [], ballots: [] });
});

test('a lane keeps the name its endpoint had', async () => {
  const rater = await addRater('names');
  const endpoint = await addEndpoint({ name: 'Before' });
  const { id } = await createOpenComparison(rater, { mode: 'open', lanes: [{ endpointId: endpoint.id }] });
  await updateEndpoint(endpoint.id, { name: 'After' }, plainBox);
  expect((await getComparisonDetail(rater, id)).lanes[0]?.name).toBe('Before');
});

test('names every lane whose endpoint is unknown or disabled', async () => {
  const rater = await addRater('unknown');
  const good = await addEndpoint();
  const off = await addEndpoint();
  await disableEndpoint(off.id);
  const lanes = [{ endpointId: good.id }, { endpointId: 'nobody' }, { endpointId: off.id }];
  await expect(createOpenComparison(rater, { mode: 'open', lanes })).rejects.toMatchObject({
    code: 'invalid-request',
    details: [
      { path: 'lanes.1.endpointId', message: 'is not an endpoint' },
      { path: 'lanes.2.endpointId', message: 'is disabled' },
    ],
  });
});

test('history is one rater’s own, pages without gap or repeat, and skips what was deleted', async () => {
  const rater = await addRater('history');
  const endpoint = await addEndpoint();
  const ids: string[] = [];
  for (let count = 0; count < 7; count += 1) {
    const lanes = [{ endpointId: endpoint.id }];
    ids.push((await createOpenComparison(rater, { mode: 'open', lanes, title: `No. ${count}` })).id);
  }
  // Equal times: the id decides.
  await withDatabase((db) =>
    db
      .update(comparisons)
      .set({ updatedAt: new Date('2026-01-01T00:00:00.123Z') })
      .where(eq(comparisons.raterId, rater)),
  );
  await deleteComparison(rater, ids[3] ?? '');
  const seen: string[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await search(rater, { limit: 2, ...(cursor ? { cursor } : {}) });
    seen.push(...page.data.map((item) => item.id));
    cursor = page.nextCursor;
    // What comes in between belongs to no later page.
    if (seen.length === 2) {
      await createOpenComparison(rater, { mode: 'open', lanes: [{ endpointId: endpoint.id }] });
    }
  } while (cursor);
  expect(seen).toEqual(ids.filter((_, index) => index !== 3).toReversed());
  await expect(getComparisonDetail(rater, ids[3] ?? '')).rejects.toMatchObject({ code: 'not-found' });
  await expect(search(rater, { cursor: 'bm9uc2Vuc2U' })).rejects.toMatchObject({ code: 'invalid-request' });
});

test('search finds titles and prompts, two Chinese characters too, and takes % and _ as they are', async () => {
  const rater = await addRater('search');
  const { comparison: chinese } = await addAnsweredTurn({ rater, prompt: '天空为什么是蓝色的？' });
  const { comparison: percent } = await addAnsweredTurn({ rater, prompt: 'What is 100% of a_b?' });
  await renameComparison(rater, percent.id, 'Renamed');
  const find = async (q: string) => (await search(rater, { q })).data.map((item) => item.id);
  expect(await find('蓝色')).toEqual([chinese.id]);
  expect(await find('renamed')).toEqual([percent.id]);
  expect(await find('100%')).toEqual([percent.id]);
  expect(await find('a_b')).toEqual([percent.id]);
  expect(await find('0%o')).toEqual([]);
  const [line] = (await search(rater, { q: 'renamed' })).data;
  expect(line?.lanes.map((lane) => [lane.label, lane.name])).toEqual([
    ['A', 'Model 0'],
    ['B', 'Model 1'],
  ]);
});

test('nobody renames or deletes for somebody else', async () => {
  const rater = await addRater('owner');
  const other = await addRater('thief');
  const { comparison } = await addAnsweredTurn({ rater });
  const refusal = { code: 'not-found' };
  await expect(renameComparison(other, comparison.id, 'Mine')).rejects.toMatchObject(refusal);
  await expect(deleteComparison(other, comparison.id)).rejects.toMatchObject(refusal);
  await expect(getComparisonDetail(other, comparison.id)).rejects.toMatchObject(refusal);
});
