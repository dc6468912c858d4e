import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { withDatabase } from '#db/client.ts';
import { putBallot } from '#db/queries/ballots.ts';
import { createTurn } from '#db/queries/create-turn.ts';
import { type ExportJob, measureExport, streamExport } from '#db/queries/export-stream.ts';
import { importRows } from '#db/queries/import-records.ts';
import { ballotExclusions } from '#db/schema/ballots.ts';
import { responses, turns } from '#db/schema/turns.ts';
import { addAnsweredTurn, localRater } from '#db/testing/rows.ts';
import { setUpTestDatabase } from '#db/testing/test-database.ts';
import { ballotInputSchema } from '#lib/preferences/ballot-schema.ts';
import { exportQuerySchema } from '#lib/preferences/export/export-query.ts';
import type { ExportFormatName } from '#lib/preferences/export/format-names.ts';
import { sampleRecord } from '#lib/preferences/export/testing/sample-records.ts';
import { toReadRow } from '#lib/preferences/import/read-row.ts';

setUpTestDatabase();

async function exportOf(format: ExportFormatName, query: Record<string, string> = {}) {
  const job: ExportJob = { format, query: exportQuerySchema.parse(query), pseudonymOf: () => 'rater-x' };
  const pieces: Buffer[] = [];
  for await (const piece of streamExport(job)) pieces.push(piece);
  const text = Buffer.concat(pieces).toString();
  return {
    text,
    rows:
      format === 'csv'
        ? []
        : text
            .split('\n')
            .slice(0, -1)
            .map((line) => JSON.parse(line)),
    job,
  };
}

async function answer(turnId: string, text: (index: number) => string): Promise<void> {
  await withDatabase(async (db) => {
    const rows = await db.select({ id: responses.id }).from(responses).where(eq(responses.turnId, turnId));
    for (const [index, { id }] of rows.entries()) {
      await db
        .update(responses)
        .set({ status: 'complete', text: text(index) })
        .where(eq(responses.id, id));
    }
    await db.update(turns).set({ status: 'complete' }).where(eq(turns.id, turnId));
  });
}

test('an empty log gives empty files', async () => {
  expect((await exportOf('trl-preference')).text).toBe('');
  expect((await exportOf('csv')).text.split('\r\n')).toHaveLength(2);
});

test('two turns, three lanes: pairs with the lane’s own history, the same bytes every time', async () => {
  const first = await addAnsweredTurn({ prompt: 'One?', statuses: ['complete', 'complete', 'complete'] });
  const [a = '', b = '', c = ''] = first.laneIds;
  await answer(first.turn.id, (index) => `first ${index}`);
  const { turnId } = await createTurn(localRater, first.comparison.id, { prompt: '两？' }, 'test');
  await answer(turnId, (index) => `second ${index} '"\\ \n 😀`);
  await putBallot(
    localRater,
    turnId,
    ballotInputSchema.parse({
      ranking: [[b], [a, c]],
      strength: 2,
      ratings: { [a]: { thumb: 'down', ideal: 'mine' } },
    }),
  );
  const { rows, text, job } = await exportOf('trl-preference');
  expect(rows).toHaveLength(3);
  expect(rows[0]).toMatchObject({
    prompt: [{ content: 'One?' }, { role: 'assistant' }, { role: 'user', content: '两？' }],
    margin: 2,
  });
  expect(rows[0].prompt[1].content).toMatch(/^first/);
  expect(rows[2].chosen).toEqual([{ role: 'assistant', content: 'mine' }]);
  expect((await exportOf('trl-preference')).text).toBe(text);

  const manifest = await measureExport(job);
  expect(manifest).toMatchObject({
    bytes: Buffer.byteLength(text),
    counts: { ballots: 1, rows: 3, leftOut: { tied: 1 } },
  });
  expect((await exportOf('trl-kto')).rows).toMatchObject([{ label: false }]);
  expect((await exportOf('baijia')).rows).toMatchObject([
    {
      format: 'baijia-1',
      revision: 1,
      lanes: [{}, {}, {}],
      past: [{ responses: [{}, {}, {}] }],
      revisions: [{}],
    },
  ]);
  expect((await exportOf('csv')).text.split('\r\n')[1]).toContain('rater-x');
});

test('system prompts are kept, those of a lane before those of its comparison, at every depth', async () => {
  const record = sampleRecord('system', {
    prompt: 'Who?',
    answers: ['I', 'me'],
    ranking: [[0], [1]],
    system: 'Be brief',
  });
  const lanes = record.lanes.map((lane) => ({ ...lane, system: lane.position === 0 ? 'Be kind' : null }));
  const plain = sampleRecord('plain', { prompt: 'Which?', answers: ['I', 'me'], ranking: [[0], [1]] });
  await importRows([{ ...record, lanes }, plain].map(toReadRow));
  const ofBallot = {
    rater: record.raterId,
    from: record.createdAt,
    to: new Date(Date.parse(record.createdAt) + 1).toISOString(),
  };
  const { rows } = await exportOf('trl-preference', ofBallot);
  const prompts = rows.map((row) => JSON.stringify(row.prompt)).sort();
  expect(prompts).toEqual([
    '[{"role":"system","content":"Be kind"},{"role":"user","content":"Who?"}]',
    '[{"role":"user","content":"Which?"}]',
  ]);
  expect((await exportOf('arena', ofBallot)).text).toContain('Be brief');
  expect((await exportOf('baijia', ofBallot)).text).toContain('"system":"Be brief"');
});

test('every filter of the log narrows an export; excluded ballots stay out of training files', async () => {
  const judged = await addAnsweredTurn({ prompt: 'Only this?' });
  await answer(judged.turn.id, (index) => `text ${index}`);
  const [a = '', b = ''] = judged.laneIds;
  const { ballot } = await putBallot(
    localRater,
    judged.turn.id,
    ballotInputSchema.parse({ ranking: [[a], [b]] }),
  );
  const query = { q: 'only', endpoint: judged.endpoints[0]?.id ?? '', outcome: 'win', hasComment: 'false' };
  expect((await exportOf('trl-preference', query)).rows).toHaveLength(1);
  expect((await exportOf('trl-preference', { ...query, mode: 'blind' })).rows).toHaveLength(0);
  await withDatabase((db) =>
    db.insert(ballotExclusions).values({ ballotId: ballot.id, reason: 'test', source: 'test' }),
  );
  expect((await exportOf('trl-preference', query)).rows).toHaveLength(0);
  expect((await exportOf('baijia', query)).rows).toHaveLength(1);
});

test('a query that fails is known before the first piece, also of a file that begins with a header', async () => {
  // PostgreSQL takes no NUL.
  const query = { ...exportQuerySchema.parse({}), rater: '\u0000' };
  await expect(streamExport({ format: 'csv', query, pseudonymOf: (id) => id }).next()).rejects.toThrow();
});

test('a reader who leaves ends the query', async () => {
  const { job } = await exportOf('csv');
  for await (const _ of streamExport(job)) break;
  const [row] = await withDatabase((db) =>
    db.execute(
      `select count(*)::int as open from pg_stat_activity where application_name = 'baijia-export' and state = 'active'`,
    ),
  );
  expect(row?.open).toBe(0);
});
