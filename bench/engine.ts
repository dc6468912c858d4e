import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { cpuMicroseconds, leastWithin, residentMb } from '#bench/report-process.ts';
import { ApiTalk } from '#cli/testing/api-talk.ts';
import { spawnStart } from '#cli/testing/spawn-start.ts';

/**
 * The whole program against a bare relay (bench/relay.ts), in one run: processor time per delta, tokens a second, time
 * to first text; memory afterwards, and how fast a late view has everything. Promises:
 */
const promised = { fullSpeed: 4, paced: 1.5, throughput: 0.9, firstText: 1.5, memoryMb: 30, lateViewMs: 100 };
/** `--minutes=10` runs 25 turns of 4 lanes over and over and watches the memory instead. */
const minutes = Number(/^--minutes=(\d+)$/.exec(process.argv[2] ?? '')?.[1] ?? 0);

type Answered = { firstTextMs: number[]; ms: number };
/** Asks one turn of `lanes` lanes and reads its stream to the end. */
type Ask = () => Promise<Answered>;
type Subject = { name: string; pid: number; prepare: (model: string, lanes: number) => Promise<Ask> };

/** Reads a response to its end, noting when `lanes` lanes first had text. `textOf` names the lane of each text. */
async function readAnswer(url: string, body: unknown, lanes: number, textOf: RegExp): Promise<Answered> {
  const startedAt = performance.now();
  const headers = { 'content-type': 'application/json', accept: 'text/event-stream' };
  const call = request(url, { method: 'POST', headers, agent: false });
  call.end(JSON.stringify(body));
  const [response] = (await once(call, 'response')) as [IncomingMessage];
  if (response.statusCode !== 200) throw new Error(`${url}: ${response.statusCode}`);
  response.setEncoding('latin1');
  const firsts = new Map<string, number>();
  let head = '';
  for await (const chunk of response) {
    if (firsts.size === lanes) continue;
    head += chunk;
    for (const [, lane = ''] of head.matchAll(textOf)) {
      if (!firsts.has(lane)) firsts.set(lane, performance.now() - startedAt);
    }
  }
  if (firsts.size !== lanes) throw new Error(`text of ${firsts.size} lanes instead of ${lanes}`);
  return { firstTextMs: [...firsts.values()], ms: performance.now() - startedAt };
}

async function startChild(path: string, children: ChildProcess[], argument = ''): Promise<[string, number]> {
  const child = fork(path, [argument]);
  children.push(child);
  const [url] = (await once(child, 'message')) as [string];
  return [url, child.pid ?? 0];
}

async function startRelay(fakeUrl: string, children: ChildProcess[]): Promise<Subject> {
  const [url, pid] = await startChild(join(import.meta.dirname, 'relay.ts'), children);
  const prepare = async (model: string, lanes: number) => () =>
    readAnswer(url, { url: fakeUrl, model, lanes }, lanes, /"lane":(\d+)/g);
  return { name: 'relay', pid, prepare };
}

function toSubject(api: ApiTalk, fakeUrl: string, pid: number): Subject {
  const endpoints = new Map<string, Promise<string>>();
  const prepare = async (model: string, lanes: number) => {
    const known = endpoints.get(model) ?? api.addEndpoint(fakeUrl, model);
    endpoints.set(model, known);
    const endpointId = await known;
    const id = await api.compare(...Array.from({ length: lanes }, () => endpointId));
    return () =>
      readAnswer(
        `${api.url}/comparisons/${id}/turns`,
        { prompt: 'Go' },
        lanes,
        /"laneId":"([^"]+)","offset":/g,
      );
  };
  return { name: 'Baijia', pid, prepare };
}

type Figures = { cpuPerDelta: number; tokensPerSecond: number; firstTextMs: number[] };

async function measure(subject: Subject, turns: number, lanes: number, tokens: number, rate: number) {
  const model = rate > 0 ? `story-${tokens}-${rate}` : `story-${tokens}`;
  const asks = await Promise.all(Array.from({ length: turns }, () => subject.prepare(model, lanes)));
  const cpu = cpuMicroseconds(subject.pid);
  const startedAt = performance.now();
  const answers = await Promise.all(asks.map((ask) => ask()));
  const seconds = (performance.now() - startedAt) / 1000;
  const deltas = turns * lanes * tokens;
  return {
    cpuPerDelta: (cpuMicroseconds(subject.pid) - cpu) / deltas,
    tokensPerSecond: deltas / seconds,
    firstTextMs: answers.flatMap((answer) => answer.firstTextMs),
  } satisfies Figures;
}

/** Until the compiler has seen what starts, ends and streams often enough: the promises are about a program in use. */
async function warmUp(subject: Subject, turns: number, lanes: number): Promise<void> {
  await measure(subject, turns, lanes, 500, 0);
  for (let round = 0; round < 6; round += 1) await measure(subject, turns, lanes, 40, 100);
}

const quantile = (values: number[], share: number) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ??
  Number.NaN;
const median = (values: number[]) => quantile(values, 0.5);
const load = () => `load ${loadavg()[0]?.toFixed(1)}`;

let isBroken = false;
function report(what: string, value: number, bound: number, isAtLeast = false): void {
  const isKept = isAtLeast ? value >= bound : value <= bound;
  if (!isKept) isBroken = true;
  const sign = isAtLeast ? 'at least' : 'at most';
  console.log(`${isKept ? '  kept' : 'BROKEN'}  ${what}: ${value.toFixed(2)} (${sign} ${bound}; ${load()})`);
}

type Setting = { name: string; turns: number; lanes: number; tokens: number; rate: number; rounds: number };

async function compare(relay: Subject, app: Subject, setting: Setting): Promise<[Figures[], Figures[]]> {
  const { name, turns, lanes, tokens, rate, rounds } = setting;
  const of = { relay: [] as Figures[], app: [] as Figures[] };
  for (const subject of [relay, app]) await warmUp(subject, turns, lanes);
  for (let round = 0; round < rounds; round += 1) {
    of.relay.push(await measure(relay, turns, lanes, tokens, rate));
    of.app.push(await measure(app, turns, lanes, tokens, rate));
  }
  for (const [who, figures] of Object.entries(of)) {
    const firsts = figures.flatMap((one) => one.firstTextMs);
    console.log(
      `${name}, ${who}: ${median(figures.map((one) => one.cpuPerDelta)).toFixed(1)} us per delta, ` +
        `${median(figures.map((one) => one.tokensPerSecond)).toFixed(0)} tokens/s, first text ` +
        `${median(firsts).toFixed(0)} ms, p99 ${quantile(firsts, 0.99).toFixed(0)} ms`,
    );
  }
  return [of.relay, of.app];
}

function ratio(relay: Figures[], app: Figures[], figure: (one: Figures) => number): number {
  return median(app.map(figure)) / median(relay.map(figure));
}

async function measureLateView(api: ApiTalk, fakeUrl: string): Promise<number> {
  const endpointId = await api.addEndpoint(fakeUrl, 'story-4400-1000');
  const asked = await api.ask(await api.compare(...Array.from({ length: 8 }, () => endpointId)));
  const wanted = 4000 * 4;
  await asked.until(
    () =>
      Object.values(asked.view.lanes).length === 8 &&
      Object.values(asked.view.lanes).every((lane) => lane.text.length >= wanted),
  );
  const took: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const startedAt = performance.now();
    const late = await api.follow(asked.view.turnId);
    await late.until(() => late.events[0]?.event === 'snapshot');
    took.push(performance.now() - startedAt);
    const lanes = Object.values(late.view.lanes);
    if (lanes.length !== 8 || lanes.some((lane) => lane.text.length < wanted))
      throw new Error('text is missing');
  }
  await asked.ended;
  return median(took);
}

const settledMb = (pid: number) => leastWithin(20, () => residentMb(pid));

async function runLong(app: Subject): Promise<void> {
  const sizes: number[] = [];
  const endAt = performance.now() + minutes * 60_000;
  while (performance.now() < endAt) {
    await measure(app, 25, 4, 2000, 100);
    sizes.push(residentMb(app.pid));
    console.log(`${sizes.length * 20} s: ${sizes.at(-1)?.toFixed(0)} MB (${load()})`);
  }
  const third = Math.ceil(sizes.length / 3);
  const growth = median(sizes.slice(-third)) - median(sizes.slice(third, 2 * third));
  report('growth of memory from the second to the last third, in MB', growth, promised.memoryMb);
}

async function bench(relay: Subject, app: Subject, api: ApiTalk, fakeUrl: string): Promise<void> {
  const fast = {
    name: '1 turn x 8 lanes, full speed',
    turns: 1,
    lanes: 8,
    tokens: 10_000,
    rate: 0,
    rounds: 7,
  };
  const [fastRelay, fastApp] = await compare(relay, app, fast);
  report(
    'processor time at full speed',
    ratio(fastRelay, fastApp, (one) => one.cpuPerDelta),
    promised.fullSpeed,
  );

  const before = await settledMb(app.pid);
  const paced = {
    name: '25 turns x 4 lanes x 100/s',
    turns: 25,
    lanes: 4,
    tokens: 500,
    rate: 100,
    rounds: 3,
  };
  const [pacedRelay, pacedApp] = await compare(relay, app, paced);
  report(
    'processor time at 100/s',
    ratio(pacedRelay, pacedApp, (one) => one.cpuPerDelta),
    promised.paced,
  );
  report(
    'tokens per second',
    ratio(pacedRelay, pacedApp, (one) => one.tokensPerSecond),
    promised.throughput,
    true,
  );
  const p99 = (one: Figures) => quantile(one.firstTextMs, 0.99);
  report('p99 of time to first text', ratio(pacedRelay, pacedApp, p99), promised.firstText);
  report('memory over its start, in MB', (await settledMb(app.pid)) - before, promised.memoryMb);
  report('late view of 8 x 4,000 tokens, in ms', await measureLateView(api, fakeUrl), promised.lateViewMs);
}

async function main(): Promise<void> {
  const children: ChildProcess[] = [];
  const program = await spawnStart();
  try {
    await program.ready;
    const [fakeUrl] = await startChild(import.meta.filename, children, 'serve');
    const relay = await startRelay(fakeUrl, children);
    const api = new ApiTalk(program.url);
    const app = toSubject(api, fakeUrl, program.child.pid ?? 0);
    if (minutes > 0) await runLong(app);
    else await bench(relay, app, api, fakeUrl);
  } finally {
    program.child.kill('SIGTERM');
    await program.ended;
    for (const child of children) child.kill();
  }
  if (isBroken) process.exitCode = 1;
}

if (process.argv[2] === 'serve') {
  const { startFakeEndpoint } = await import('#e2e/fake-endpoint/start-fake-endpoint.ts');
  process.send?.((await startFakeEndpoint()).url);
} else await main();
