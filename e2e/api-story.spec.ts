import { expect, test } from '#e2e/fixtures/test.ts';

test('the whole story through the API alone', async ({ api, fake, program }) => {
  const story = await api.createEndpoint(fake.url, 'Story teller', 'story-40');
  const slow = await api.createEndpoint(fake.url, 'Slow teller', 'slow-20-40');
  const broken = await api.createEndpoint(fake.url, 'No such model', 'no-such-model');
  const comparison = await api.createComparison([story.id, slow.id, broken.id, story.id]);
  const [a, b, c, d] = comparison.lanes.map((lane) => lane.id);
  if (!a || !b || !c || !d) throw new Error('four lanes were asked for');
  expect(comparison.lanes.map((lane) => lane.label)).toEqual(['A', 'B', 'C', 'D']);

  const turn = await api.ask(comparison.id, 'Tell me a story about the API, 讲个故事');
  expect(turn.status).toBe('complete');
  const byLane = new Map(turn.responses.map((response) => [response.laneId, response]));
  expect([a, b, c, d].map((laneId) => byLane.get(laneId)?.status)).toEqual([
    'complete',
    'complete',
    'failed',
    'complete',
  ]);
  expect(byLane.get(c)?.error?.code).toBe('not-found');
  expect(byLane.get(b)?.text).not.toBe('');

  const failed = await api.call('PUT', `/turns/${turn.id}/ballot`, { ranking: [[a], [c]] });
  expect(failed).toMatchObject({ status: 409, body: { error: { code: 'lane-not-rankable' } } });

  const input = {
    ranking: [[b], [a, d]],
    strength: 2,
    ratings: { [a]: { overall: 6, flags: ['hallucination'] } },
  };
  const first = await api.call<{ ballot: { revision: number } }>('PUT', `/turns/${turn.id}/ballot`, input);
  expect(first).toMatchObject({ status: 201, body: { ballot: { revision: 1, ranking: [[b], [a, d]] } } });
  const again = await api.call('PUT', `/turns/${turn.id}/ballot`, input);
  expect(again).toMatchObject({ status: 200, body: { ballot: { revision: 1 } } });
  const revised = await api.call('PUT', `/turns/${turn.id}/ballot`, { ranking: [[a, b, d]] });
  expect(revised).toMatchObject({ status: 200, body: { ballot: { revision: 2 } } });

  await program.stop();
  await program.startAgain();

  const kept = await api.call('GET', `/turns/${turn.id}/ballot`);
  expect(kept).toMatchObject({ status: 200, body: { revision: 2, ranking: [[a, b, d]] } });
  const reread = await api.call('GET', `/turns/${turn.id}`);
  expect(reread.body).toEqual(turn);
  const found = await api.listPreferences(`?q=${encodeURIComponent('讲个')}&outcome=tie&endpoint=${slow.id}`);
  expect(found.map((preference) => preference.turn.id)).toEqual([turn.id]);
  expect(found[0]?.lanes.map((lane) => lane.name)).toEqual([
    'Story teller',
    'Slow teller',
    'No such model',
    'Story teller',
  ]);
  expect(await api.listPreferences(`?outcome=win&endpoint=${slow.id}`)).toEqual([]);
});
