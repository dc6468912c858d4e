import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { withDatabase } from '#db/client.ts';
import { createOpenComparison } from '#db/queries/comparisons.ts';
import { createTurn } from '#db/queries/create-turn.ts';
import { createRetry } from '#db/queries/retries.ts';
import { reapRuns, requestStop, saveRuns } from '#db/queries/runs.ts';
import { getTurn } from '#db/queries/turns.ts';
import { runs } from '#db/schema/turns.ts';
import { addEndpoint, addRater, localRater } from '#db/testing/rows.ts';
import { setUpTestDatabase } from '#db/testing/test-database.ts';
import type { LaneRecord } from '#lib/arena/lane-run.ts';
import { createId } from '#lib/ids.ts';

setUpTestDatabase();

async function startRun(lanes = 1) {
  const endpoint = await addEndpoint();
  const comparison = await createOpenComparison(localRater, {
    mode: 'open',
    lanes: Array.from({ length: lanes }, () => ({ endpointId: endpoint.id })),
  });
  const { turnId, started } = await createTurn(localRater, comparison.id, { prompt: 'Go' }, 'me');
  const runId = started?.runId ?? '';
  const responseIds = started?.work.lanes.map((lane) => lane.responseId) ?? [];
  return { turnId, runId, responseIds, laneIds: comparison.lanes.map((lane) => lane.id) };
}

function record(responseId = '', part: Partial<LaneRecord> = {}): LaneRecord {
  return { responseId, status: 'streaming', text: '', reasoning: null, result: null, attempts: 1, ...part };
}

const expire = (runId: string) =>
  withDatabase((db) =>
    db.update(runs).set({ leaseUntil: sql`now() - interval '1 second'` }).where(eq(runs.id, runId)),
  );

test('a run whose lease ran out is ended, by others than its owner', async () => {
  const { turnId, runId, responseIds } = await startRun();
  const lanes = [record(responseIds[0], { text: 'half' })];
  await saveRuns({ lanes, endedRunIds: [], runningRunIds: [runId] });
  await expire(runId);
  expect(await reapRuns('expired', 'me')).toBe(0);
  expect(await reapRuns('expired', 'another')).toBe(1);
  const turn = await getTurn(localRater, turnId);
  expect(turn).toMatchObject({ status: 'complete', responses: [{ status: 'interrupted', text: 'half' }] });
});

test('the true end of a reaped run is stored when its owner comes back', async () => {
  const { turnId, runId, responseIds } = await startRun();
  await expire(runId);
  await reapRuns('expired', 'another');
  const lanes = [record(responseIds[0], { status: 'complete', text: 'whole' })];
  await saveRuns({ lanes, endedRunIds: [runId], runningRunIds: [] });
  const turn = await getTurn(localRater, turnId);
  expect(turn).toMatchObject({ status: 'complete', responses: [{ status: 'complete', text: 'whole' }] });
});

test('an end that is stored stays as it is', async () => {
  const { turnId, runId, responseIds } = await startRun();
  const lanes = [record(responseIds[0], { status: 'complete', text: 'whole' })];
  await saveRuns({ lanes, endedRunIds: [runId], runningRunIds: [] });
  await saveRuns({ lanes: [record(responseIds[0])], endedRunIds: [], runningRunIds: [] });
  expect((await getTurn(localRater, turnId)).responses[0]).toMatchObject({
    status: 'complete',
    text: 'whole',
  });
});

test('letters that PostgreSQL refuses do not keep a checkpoint from being stored', async () => {
  const { turnId, responseIds } = await startRun(2);
  await saveRuns({
    lanes: [
      record(responseIds[0], { text: 'a\0b \ud800 c \\u0000 \\ud800 你好 🌍' }),
      record(responseIds[1], { text: 'other' }),
    ],
    endedRunIds: [],
    runningRunIds: [],
  });
  const texts = (await getTurn(localRater, turnId)).responses.map((response) => response.text);
  expect(texts).toEqual(['a\ufffdb \ufffd c \\u0000 \\ud800 你好 🌍', 'other']);
});

test('a wish to stop is told with the next checkpoint, to the owner of the turn alone', async () => {
  const { turnId, runId, laneIds } = await startRun();
  await requestStop(await addRater('someone else'), turnId, null);
  const checkpoint = { lanes: [], endedRunIds: [], runningRunIds: [runId] };
  expect((await saveRuns(checkpoint)).stops).toEqual([]);
  await requestStop(localRater, turnId, laneIds[0] ?? '');
  expect((await saveRuns(checkpoint)).stops).toEqual([{ runId, laneId: laneIds[0] }]);
});

test('a lane is not asked again by one process while another is at work on the turn', async () => {
  const { turnId, runId, responseIds, laneIds } = await startRun(2);
  const lanes = [record(responseIds[0], { status: 'failed' })];
  await saveRuns({ lanes, endedRunIds: [], runningRunIds: [runId] });
  const again = (owner: string) => createRetry(localRater, turnId, laneIds[0] ?? '', owner);
  await expect(again('another')).rejects.toMatchObject({ code: 'conflict' });
  expect(await again('me')).toEqual({ runId });
});

test('runs that the database has forgotten are told', async () => {
  const { runId } = await startRun();
  const [ended, running] = [createId(), createId()];
  const saved = await saveRuns({ lanes: [], endedRunIds: [ended], runningRunIds: [runId, running] });
  expect(saved.lostRunIds).toEqual([ended, running]);
});
