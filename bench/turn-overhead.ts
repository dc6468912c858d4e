import { type Started, spawnStart } from '#cli/testing/spawn-start.ts';
import { startFakeEndpoint } from '#e2e/fake-endpoint/start-fake-endpoint.ts';

/**
 * Promise: one turn over 4 lanes against a local server shows the first text of its last lane at most 10 ms
 * later than four direct requests to that server do; median of 30, both in one run.
 */
const promisedMs = 10;
const rounds = 30;
/** Until the compiler has seen every path often enough: the promise is about a program in use. */
const warmUpRounds = 150;
const lanes = 4;
const model = 'story-20-200';
const headers = { 'content-type': 'application/json' };

async function measure(): Promise<void> {
  const fake = await startFakeEndpoint();
  const program = await spawnStart();
  try {
    await program.ready;
    const endpointId = await addEndpoint(program, fake.url);
    for (let round = 0; round < warmUpRounds; round += 1) await askThrough(program, endpointId);
    const direct: number[] = [];
    const through: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      direct.push(await askDirectly(fake.url));
      through.push(await askThrough(program, endpointId));
    }
    const over = median(through) - median(direct);
    console.log(
      `time to first text of ${lanes} lanes: direct ${median(direct).toFixed(1)} ms, one turn ${median(through).toFixed(1)} ms, ` +
        `${over.toFixed(1)} ms over; ${(over / promisedMs).toFixed(2)} of the promised ${promisedMs} ms`,
    );
  } finally {
    program.child.kill('SIGTERM');
    await program.ended;
    await fake.stop();
  }
}

async function askDirectly(url: string): Promise<number> {
  const start = performance.now();
  const body = JSON.stringify({ model, stream: true, messages: [{ role: 'user', content: 'Go' }] });
  const firsts = Array.from({ length: lanes }, async () => {
    const answered = await fetch(`${url}/chat/completions`, { method: 'POST', headers, body });
    return readUntil(answered, (text) => /"content":"[^"]/.test(text), start);
  });
  return Math.max(...(await Promise.all(firsts)));
}

async function askThrough(program: Started, endpointId: string): Promise<number> {
  const made = await post(program, '/comparisons', {
    mode: 'open',
    lanes: Array.from({ length: lanes }, () => ({ endpointId })),
  });
  const { id } = await made.json();
  const start = performance.now();
  const answered = await post(program, `/comparisons/${id}/turns`, { prompt: 'Go' }, 'text/event-stream');
  const hasAll = (text: string) =>
    new Set([...text.matchAll(/"laneId":"([^"]+)","offset":/g)].map((match) => match[1])).size === lanes;
  return readUntil(answered, hasAll, start);
}

/** When the answer so far first satisfies `isEnough`, in ms since `start`; the rest is read to its end. */
async function readUntil(
  answered: Response,
  isEnough: (text: string) => boolean,
  start: number,
): Promise<number> {
  const decoder = new TextDecoder();
  let text = '';
  let at: number | null = null;
  for await (const chunk of answered.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (at === null && isEnough(text)) at = performance.now() - start;
  }
  if (at === null) throw new Error(`No first text:\n${text.slice(0, 500)}`);
  return at;
}

async function addEndpoint(program: Started, baseUrl: string): Promise<string> {
  const made = await post(program, '/endpoints', { name: 'Local', protocol: 'chat', baseUrl, model });
  return (await made.json()).id;
}

async function post(program: Started, path: string, body: unknown, accept = 'application/json') {
  const answered = await fetch(`${program.url}/api/v1${path}`, {
    method: 'POST',
    headers: { ...headers, accept },
    body: JSON.stringify(body),
  });
  if (!answered.ok) throw new Error(`${path} answered ${answered.status}: ${await answered.text()}`);
  return answered;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

await measure();
