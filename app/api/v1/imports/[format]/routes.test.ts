import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { send } from '#app/_lib/testing/send.ts';
import * as routes from '#app/api/v1/imports/[format]/route.ts';
import { setUpTestDatabase } from '#db/testing/test-database.ts';

setUpTestDatabase();

const file = readFileSync('docs/formats/example-arena.jsonl', 'utf8');

function post(format: string, query = '', type = 'application/x-ndjson', body = file) {
  const options = { params: { format }, headers: { 'content-type': type }, body };
  return send(routes, 'POST', `imports/${format}${query}`, options);
}

test('the documented battles can be taken in, once', async () => {
  expect((await post('arena-140k', '?dryRun=true')).body).toMatchObject({ imported: 5 });
  expect((await post('arena-140k')).body).toMatchObject({ imported: 5, skipped: 0, rejected: [] });
  expect((await post('arena-140k')).body).toMatchObject({ imported: 0, skipped: 5 });
});

test('what is no format, no file or of another site is refused', async () => {
  expect((await post('parquet')).status).toBe(404);
  expect((await post('arena-140k', '', 'text/plain')).status).toBe(415);
  expect((await post('arena-140k', '?leaderboard=perhaps')).status).toBe(400);
  const foreign = { 'content-type': 'text/csv', origin: 'https://example.org' };
  expect(
    (
      await send(routes, 'POST', 'imports/arena-140k', {
        params: { format: 'arena-140k' },
        headers: foreign,
        body: file,
      })
    ).status,
  ).toBe(403);
  expect((await post('open-webui', '', 'application/json', '[{"id":')).status).toBe(400);
});
