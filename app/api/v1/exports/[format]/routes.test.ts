import { expect, test } from 'vitest';
import * as countRoutes from '#app/api/v1/exports/[format]/count/route.ts';
import * as exportRoutes from '#app/api/v1/exports/[format]/route.ts';
import { putBallot } from '#db/queries/ballots.ts';
import { addAnsweredTurn, localRater } from '#db/testing/rows.ts';
import { setUpTestDatabase } from '#db/testing/test-database.ts';
import { ballotInputSchema } from '#lib/preferences/ballot-schema.ts';

setUpTestDatabase();

async function get(
  format: string,
  query = '',
  routes: typeof exportRoutes | typeof countRoutes = exportRoutes,
) {
  const request = new Request(`http://127.0.0.1:3000/api/v1/exports/${format}${query}`);
  const response = await routes.GET(request, { params: Promise.resolve({ format }) });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

test('a file, its count and its manifest agree', async () => {
  const { turn, laneIds } = await addAnsweredTurn();
  const [a = '', b = ''] = laneIds;
  await putBallot(localRater, turn.id, ballotInputSchema.parse({ ranking: [[a, b]] }));
  const file = await get('arena');
  expect(file.status).toBe(200);
  expect(file.headers.get('content-disposition')).toBe('attachment; filename="baijia-arena.jsonl"');
  expect(JSON.parse(file.text)).toMatchObject({ winner: 'tie' });
  expect(JSON.parse((await get('arena', '', countRoutes)).text)).toMatchObject({ ballots: 1, rows: 1 });
  const manifest = JSON.parse((await get('arena', '?part=manifest&mode=open')).text);
  expect(manifest).toMatchObject({
    bytes: Buffer.byteLength(file.text),
    filter: { mode: 'open' },
    counts: { rows: 1 },
  });
  expect((await get('trl-preference', '', countRoutes)).text).toContain('"leftOut":{"tied":1}');
  expect((await get('llama-factory', '?part=dataset-info')).text).toContain('"ranking":true');
  const folder = await get('arena', '?part=folder');
  expect(folder.headers.get('content-disposition')).toBe('attachment; filename="baijia-arena.tar"');
  expect(folder.text).toContain('path: data/*.jsonl');
  expect(folder.text).toContain(file.text);
});

test('what is no format is not found, and a wrong filter is told before a file begins', async () => {
  expect((await get('parquet')).status).toBe(404);
  expect((await get('arena', '?mode=sideways')).status).toBe(400);
  expect((await get('arena', '?part=dataset-info')).status).toBe(400);
});
