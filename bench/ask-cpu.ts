import { fork } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import { fileURLToPath } from 'node:url';
import { startFakeEndpoint } from '#e2e/fake-endpoint/start-fake-endpoint.ts';
import { askEndpoint } from '#lib/endpoints/ask-endpoint.ts';

/**
 * CPU of one process per delta: askEndpoint against a bare reader (node:http, each event decoded and parsed once,
 * text put together), both asking the same fake endpoint in another process.
 * Promise: at most 4 times at full speed and 1.5 times at 100 tokens a second a lane, for the whole app.
 */
type Lane = (url: string, model: string) => Promise<number>;

const bareLane: Lane = async (url, model) => {
  const target = new URL(`${url}/chat/completions`);
  const message = JSON.stringify({ model, stream: true, messages: [{ role: 'user', content: 'Go' }] });
  const call = request(target, { method: 'POST', headers: { 'content-type': 'application/json' } });
  call.end(message);
  const [response] = await once(call, 'response');
  response.setEncoding('utf8');
  let rest = '';
  let text = '';
  for await (const chunk of response) {
    rest += chunk;
    let from = 0;
    for (let at = rest.indexOf('\n'); at >= 0; at = rest.indexOf('\n', from)) {
      const line = rest.slice(from, at);
      from = at + 1;
      if (line.startsWith('data: {')) text += JSON.parse(line.slice(6)).choices[0]?.delta.content ?? '';
    }
    rest = rest.slice(from);
  }
  return text.length;
};

const endpoint = {
  id: 'bench',
  name: 'Bench',
  protocol: 'chat' as const,
  apiKey: null,
  headers: {},
  params: {},
  template: null,
  capabilities: {},
  price: null,
  timeouts: {},
};

const askLane: Lane = async (baseUrl, model) => {
  let text = '';
  await askEndpoint(
    { endpoint: { ...endpoint, baseUrl, model }, messages: [{ role: 'user', content: 'Go' }], params: {} },
    {
      signal: new AbortController().signal,
      onText: (delta) => {
        text += delta;
      },
      onReasoning: () => {},
      onAttempt: () => {},
    },
  );
  return text.length;
};

async function microsecondsPerDelta(lane: Lane, url: string, lanes: number, tokens: number, rate: number) {
  const model = rate > 0 ? `story-${tokens}-${rate}` : `story-${tokens}`;
  const before = process.cpuUsage();
  const lengths = await Promise.all(Array.from({ length: lanes }, () => lane(url, model)));
  const { user, system } = process.cpuUsage(before);
  if (lengths.some((length) => length !== lengths[0] || length === 0)) throw new Error('texts differ');
  return (user + system) / (lanes * tokens);
}

const settings = [
  { name: '8 lanes at full speed', lanes: 8, tokens: 10_000, rate: 0, runs: 5 },
  { name: '100 lanes at 100 tokens/s', lanes: 100, tokens: 500, rate: 100, runs: 2 },
];

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

async function bench(): Promise<void> {
  const server = fork(fileURLToPath(import.meta.url), ['serve']);
  const [url] = (await once(server, 'message')) as [string];
  for (const { name, lanes, tokens, rate, runs } of settings) {
    const bare: number[] = [];
    const ask: number[] = [];
    await microsecondsPerDelta(bareLane, url, lanes, Math.min(tokens, 2000), 0);
    await microsecondsPerDelta(askLane, url, lanes, Math.min(tokens, 2000), 0);
    for (let run = 0; run < runs; run += 1) {
      bare.push(await microsecondsPerDelta(bareLane, url, lanes, tokens, rate));
      ask.push(await microsecondsPerDelta(askLane, url, lanes, tokens, rate));
    }
    const ratio = median(ask) / median(bare);
    console.log(
      `${name}: bare ${median(bare).toFixed(2)} us, ask ${median(ask).toFixed(2)} us per delta, ratio ${ratio.toFixed(2)}`,
    );
  }
  server.kill();
}

if (process.argv[2] === 'serve') process.send?.((await startFakeEndpoint()).url);
else await bench();
