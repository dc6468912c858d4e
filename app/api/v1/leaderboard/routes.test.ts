import { expect, test } from 'vitest';
import { send } from '#app/_lib/testing/send.ts';
import * as agreementRoutes from '#app/api/v1/leaderboard/agreement/route.ts';
import * as historyRoutes from '#app/api/v1/leaderboard/history/route.ts';
import * as matrixRoutes from '#app/api/v1/leaderboard/matrix/route.ts';
import * as robustnessRoutes from '#app/api/v1/leaderboard/robustness/route.ts';
import * as routes from '#app/api/v1/leaderboard/route.ts';
import * as screeningRoutes from '#app/api/v1/leaderboard/screening/route.ts';
import { seedBallots } from '#db/testing/seed-ballots.ts';
import { setUpTestDatabase } from '#db/testing/test-database.ts';

setUpTestDatabase();

const every = [routes, matrixRoutes, historyRoutes, agreementRoutes, robustnessRoutes];

test('every part of the board answers the same query', async () => {
  await seedBallots({ ballots: 300, endpoints: 3 });
  const query = 'x?ties=drop&confidence=0.9&mode=blind&rater=me&position=true';
  for (const route of every) expect((await send(route, 'GET', query)).status).toBe(200);
  const { body, headers } = await send(routes, 'GET', query);
  expect(headers.get('cache-control')).toBe('no-store');
  expect(body).toMatchObject({
    settings: { ties: 'drop', confidence: 0.9, mode: 'blind', rater: 'me', position: true, anchor: null },
    method: 'sandwich',
    rows: [{ status: 'ranked' }, { status: 'ranked' }, { status: 'ranked' }],
  });
});

test('the same question has the same digest', async () => {
  const digest = async (query: string) =>
    ((await send(routes, 'GET', query)).body as { digest: string }).digest;
  expect(await digest('x')).toBe(await digest('x?ties=half'));
  expect(await digest('x')).not.toBe(await digest('x?ties=drop'));
});

test('refuses what cannot be rated, and names the field', async () => {
  const wrong: [query: string, path: string][] = [
    ['ties=none', 'ties'],
    ['ties=davidson&style=true', 'ties'],
    ['ties=davidson&position=true', 'ties'],
    ['ties=rao-kupper&style=true', 'ties'],
    ['interval=guess', 'interval'],
    ['confidence=1', 'confidence'],
    ['confidence=x', 'confidence'],
    ['anchor=nobody', 'anchor'],
    ['anchorRating=1200', 'anchorRating'],
    ['from=yesterday', 'from'],
    ['style=maybe', 'style'],
    ['style=true&style=false', 'style'],
    ['tie=half', 'tie'],
  ];
  for (const [query, path] of wrong) {
    const { status, body } = await send(routes, 'GET', `x?${query}`);
    expect([query, status]).toEqual([query, 400]);
    expect(body).toMatchObject({ error: { code: 'invalid-request', details: [{ path }] } });
  }
});

test('raters are tested on demand', async () => {
  const { status, body } = await send(screeningRoutes, 'POST', 'x', {});
  expect(status).toBe(200);
  expect(body).toEqual({ raters: 0, excludedRaters: 0, excluded: 0, restored: 0 });
});
