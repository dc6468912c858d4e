import { removeData, type Started, spawnStart } from '#cli/testing/spawn-start.ts';
import { Api } from '#e2e/fixtures/api.ts';
import { expect, test } from '#e2e/fixtures/test.ts';
import type { Turn } from '#lib/arena/schema.ts';

/** A turn of two lanes, one that ends soon after the stop and one that would go on for minutes. */
async function askTwoLanes(started: Started, fakeUrl: string): Promise<{ turnId: string; reader: Reader }> {
  const api = new Api(started.url);
  const soon = await api.createEndpoint(fakeUrl, 'Ends soon', 'story-60-40');
  const late = await api.createEndpoint(fakeUrl, 'Goes on', 'story-6000-20');
  const comparison = await api.createComparison([soon.id, late.id]);
  const response = await fetch(`${started.url}/api/v1/comparisons/${comparison.id}/turns`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify({ prompt: 'Count slowly' }),
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (reader === undefined) throw new Error('no stream');
  let text = '';
  while (!text.includes('lane-delta')) text += (await reader.read()).value ?? '';
  const turnId = /"turnId":"([^"]+)"/.exec(text)?.[1] ?? '';
  return { turnId, reader };
}

type Reader = ReadableStreamDefaultReader<string>;

async function readToEnd(reader: Reader): Promise<string> {
  let text = '';
  for (;;) {
    const { done, value } = await reader.read().catch(() => ({ done: true, value: undefined }));
    if (done) return text;
    text += value ?? '';
  }
}

test('a stop lets running answers end, refuses new ones, and keeps what an unfinished one had', async ({
  fake,
}) => {
  const started = await spawnStart({ DRAIN_SECONDS: '4' });
  await started.ready;
  const { turnId, reader } = await askTwoLanes(started, fake.url);
  started.child.kill('SIGTERM');
  await expect
    .poll(async () => (await fetch(`${started.url}/api/v1/health/ready`)).status, { timeout: 3_000 })
    .toBe(503);
  expect((await fetch(`${started.url}/api/v1/health/live`)).status).toBe(200);
  await readToEnd(reader);
  expect((await started.ended).code).toBe(0);

  const again = await spawnStart({ DATA_DIR: started.dataDirectory });
  await again.ready;
  const { body: turn } = await new Api(again.url).call<Turn>('GET', `/turns/${turnId}`);
  expect(turn.responses.map((response) => response.status)).toEqual(['complete', 'interrupted']);
  expect(turn.responses[1]?.text).not.toBe('');
  again.child.kill('SIGTERM');
  await again.ended;
  await removeData(started);
});

test('a second Ctrl-C does not wait for answers', async ({ fake }) => {
  const started = await spawnStart({ DRAIN_SECONDS: '600' });
  await started.ready;
  await askTwoLanes(started, fake.url);
  started.child.kill('SIGINT');
  await expect.poll(() => started.output()).toContain('Stopping');
  const isGone = () => started.child.exitCode !== null;
  while (!isGone()) {
    started.child.kill('SIGINT');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  expect((await started.ended).code).toBe(0);
  await removeData(started);
});
