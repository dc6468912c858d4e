import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BallotOutbox, type BallotState } from '#app/_lib/client/ballot-outbox.ts';
import { retryAfterMs } from '#app/_lib/client/ballot-request.ts';
import { type BallotInput, ballotInputSchema } from '#lib/preferences/ballot-schema.ts';

const turnId = '0198f3a0-0000-7000-8000-0000000000aa';
const a = '0198f3a0-0000-7000-8000-000000000001';
const b = '0198f3a0-0000-7000-8000-000000000002';
const aWins = ballotInputSchema.parse({ ranking: [[a], [b]], durationMs: 1200 });
const bWins = ballotInputSchema.parse({ ranking: [[b], [a]], comment: '第二个更好' });

type Fault = (request: IncomingMessage, response: ServerResponse) => void;

const reset: Fault = (request) => request.socket.resetAndDestroy();
const cutOff: Fault = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '4000' });
  response.write('{"ballot": {', () => response.destroy());
};
const answer =
  (status: number, body: string, headers: Record<string, string> = {}): Fault =>
  (_, response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
const refusal = (code: string) => JSON.stringify({ error: { code, message: `because of ${code}` } });

/** A server that keeps ballots as the API says, and first plays the faults it is given. */
class BallotServer {
  readonly faults: Fault[] = [];
  readonly puts: BallotInput[] = [];
  revision = 0;
  running = 0;
  mostRunning = 0;
  #server: Server | null = null;
  #port = 0;

  get baseUrl() {
    return `http://127.0.0.1:${this.#port}`;
  }

  async listen() {
    const server = createServer((request, response) => void this.#handle(request, response));
    await new Promise<void>((resolve) => server.listen(this.#port, '127.0.0.1', resolve));
    this.#server = server;
    this.#port = (server.address() as AddressInfo).port;
  }

  async close() {
    const server = this.#server;
    if (server === null) return;
    this.#server = null;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }

  stored() {
    const { strength = null, comment = null, durationMs = null, ...input } = this.puts.at(-1) ?? aWins;
    const at = '2026-01-01T00:00:00.000Z';
    const fields = { mode: 'open', revision: this.revision, createdAt: at, updatedAt: at };
    return { id: turnId, turnId, ...input, strength, comment, durationMs, ...fields };
  }

  async #handle(request: IncomingMessage, response: ServerResponse) {
    if (request.method === 'GET') {
      response.end(JSON.stringify(this.stored()));
      return;
    }
    const fault = this.faults.shift();
    if (fault !== undefined) return fault(request, response);
    this.mostRunning = Math.max(this.mostRunning, ++this.running);
    this.puts.push(ballotInputSchema.parse(JSON.parse(await text(request))));
    this.revision += 1;
    const body = JSON.stringify({ ballot: this.stored(), reveal: [] });
    setImmediate(() => {
      this.running -= 1;
      response.end(body);
    });
  }
}

/** The storage tabs share: a change is told to every tab but the one that made it. */
class SharedStorage {
  readonly items = new Map<string, string>();
  readonly pages = new Map<Storage, EventTarget>();
  isFull = false;

  open(page: EventTarget): Storage {
    const { items } = this;
    const tell = (key: string) => {
      for (const [other, otherPage] of this.pages) {
        if (other !== storage) otherPage.dispatchEvent(Object.assign(new Event('storage'), { key }));
      }
    };
    const storage: Storage = {
      get length() {
        return items.size;
      },
      key: (index) => [...items.keys()][index] ?? null,
      getItem: (key) => items.get(key) ?? null,
      clear: () => items.clear(),
      setItem: (key, value) => {
        if (this.isFull) throw new DOMException('full', 'QuotaExceededError');
        items.set(key, value);
        tell(key);
      },
      removeItem: (key) => {
        if (items.delete(key)) tell(key);
      },
    };
    this.pages.set(storage, page);
    return storage;
  }
}

let server: BallotServer;
let shared: SharedStorage;
const cleanUps: (() => void)[] = [];

beforeEach(async () => {
  shared = new SharedStorage();
  server = new BallotServer();
  await server.listen();
});

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) cleanUp();
  await server.close();
});

function openTab({ pauseMs = 5, timeoutMs = 10_000 } = {}) {
  const page = new EventTarget();
  const request = { fetch, baseUrl: server.baseUrl, timeoutMs };
  const outbox = new BallotOutbox({ storage: shared.open(page), locks: navigator.locks, request, pauseMs });
  const close = outbox.start(page);
  cleanUps.push(close);
  return { outbox, page, close };
}

/** Resolves with the next state (or the present one) of this kind. */
function reaches<Kind extends BallotState['kind']>(outbox: BallotOutbox, kind: Kind) {
  return new Promise<Extract<BallotState, { kind: Kind }>>((resolve) => {
    const stop = outbox.subscribe(look);
    function look() {
      const state = outbox.stateOf(turnId);
      if (state.kind !== kind) return;
      stop();
      resolve(state as Extract<BallotState, { kind: Kind }>);
    }
    look();
  });
}

describe('the ballot outbox', () => {
  it('saves and forgets', async () => {
    const { outbox } = openTab();
    outbox.save(turnId, aWins);
    const saved = await reaches(outbox, 'saved');
    expect(saved.ballot.revision).toBe(1);
    expect(server.puts).toEqual([aWins]);
    expect(shared.items.size).toBe(0);
  });

  it.each([
    ['a reset connection', reset],
    ['an answer cut off', cutOff],
    ['503 with Retry-After', answer(503, refusal('unavailable'), { 'retry-after': '0' })],
    ['500 from a proxy', answer(502, '<html>Bad gateway</html>')],
    ['too many requests', answer(429, refusal('rate-limited'), { 'retry-after': '0' })],
    ['a captive portal that says 200', answer(200, '<html>Please log in</html>')],
  ])('survives %s and sends the same ballot again', async (_, fault) => {
    server.faults.push(fault, fault, fault);
    const { outbox } = openTab();
    outbox.save(turnId, aWins);
    await reaches(outbox, 'kept');
    await reaches(outbox, 'saved');
    expect(server.faults).toEqual([]);
    expect(server.puts).toEqual([aWins]);
    expect(shared.items.size).toBe(0);
  });

  it('gives up on a server that never answers, and tries again', async () => {
    server.faults.push(() => {});
    const { outbox } = openTab({ timeoutMs: 50 });
    outbox.save(turnId, aWins);
    await reaches(outbox, 'kept');
    await reaches(outbox, 'saved');
    expect(server.puts).toEqual([aWins]);
  });

  it('keeps a ballot while the server is away and sends it when the network is back', async () => {
    await server.close();
    const { outbox, page } = openTab({ pauseMs: 1_000_000 });
    outbox.save(turnId, bWins);
    expect(await reaches(outbox, 'kept')).toMatchObject({ input: bWins, isDurable: true });
    await server.listen();
    page.dispatchEvent(new Event('online'));
    await reaches(outbox, 'saved');
    expect(server.puts).toEqual([bWins]);
  });

  it('sends at the next visit what the last one could not', async () => {
    await server.close();
    const first = openTab();
    first.outbox.save(turnId, bWins);
    await reaches(first.outbox, 'kept');
    first.close();
    await server.listen();
    const second = openTab();
    await reaches(second.outbox, 'saved');
    expect(server.puts).toEqual([bWins]);
  });

  it('sends the newest alone when a ballot is changed while the server is away', async () => {
    await server.close();
    const { outbox, page } = openTab({ pauseMs: 1_000_000 });
    outbox.save(turnId, aWins);
    await reaches(outbox, 'kept');
    outbox.save(turnId, bWins);
    await reaches(outbox, 'kept');
    await server.listen();
    page.dispatchEvent(new Event('online'));
    await reaches(outbox, 'saved');
    expect(server.puts).toEqual([bWins]);
  });

  it('ends with the newest when a ballot is changed while it is being sent', async () => {
    const { outbox } = openTab();
    outbox.save(turnId, aWins);
    outbox.save(turnId, bWins);
    outbox.save(turnId, aWins);
    outbox.save(turnId, bWins);
    await reaches(outbox, 'saved');
    expect(server.puts.at(-1)).toEqual(bWins);
    expect(server.mostRunning).toBe(1);
    expect(shared.items.size).toBe(0);
  });

  it('lets the newer ballot of another tab win, and shows it here', async () => {
    await server.close();
    const one = openTab({ pauseMs: 1_000_000 });
    const other = openTab({ pauseMs: 1_000_000 });
    one.outbox.save(turnId, aWins);
    await reaches(one.outbox, 'kept');
    await server.listen();
    other.outbox.save(turnId, bWins);
    await reaches(other.outbox, 'saved');
    expect((await reaches(one.outbox, 'saved')).ballot.ranking).toEqual([[b], [a]]);
    expect(server.puts).toEqual([bWins]);
  });

  it('never sends from two tabs at once', async () => {
    const tabs = [openTab(), openTab(), openTab()];
    for (const { outbox } of tabs) outbox.save(turnId, aWins);
    for (const { outbox } of tabs) await reaches(outbox, 'saved');
    expect(server.mostRunning).toBe(1);
  });

  it('does not send a refused ballot again, and keeps its words until they are dismissed', async () => {
    server.faults.push(answer(409, refusal('ballot-final')));
    const { outbox } = openTab();
    outbox.save(turnId, bWins);
    const failed = await reaches(outbox, 'failed');
    expect(failed).toMatchObject({ input: bWins, code: 'ballot-final', message: 'because of ballot-final' });
    const nextVisit = openTab();
    expect(await reaches(nextVisit.outbox, 'failed')).toMatchObject({ input: bWins, code: 'ballot-final' });
    expect(server.puts).toEqual([]);
    nextVisit.outbox.dismiss(turnId);
    expect(shared.items.size).toBe(0);
  });

  it('sends a new ballot after a refused one', async () => {
    server.faults.push(answer(400, refusal('invalid-request')));
    const { outbox } = openTab();
    outbox.save(turnId, bWins);
    await reaches(outbox, 'failed');
    outbox.save(turnId, aWins);
    await reaches(outbox, 'saved');
    expect(server.puts).toEqual([aWins]);
  });

  it('says so when the device has no room, and still sends', async () => {
    server.faults.push(reset);
    const { outbox } = openTab();
    shared.isFull = true;
    outbox.save(turnId, aWins);
    expect(await reaches(outbox, 'kept')).toMatchObject({ isDurable: false });
    await reaches(outbox, 'saved');
    expect(server.puts).toEqual([aWins]);
  });

  it('passes over what it cannot read in the storage', async () => {
    shared.items.set(`baijia:ballot:${turnId}`, '{"key":');
    const { outbox } = openTab();
    outbox.save(turnId, aWins);
    await reaches(outbox, 'saved');
    expect(server.puts).toEqual([aWins]);
  });
});

describe('retryAfterMs', () => {
  it('reads seconds and dates', () => {
    expect(retryAfterMs('3')).toBe(3000);
    expect(retryAfterMs('Thu, 01 Jan 1970 00:00:00 GMT')).toBe(0);
    expect(retryAfterMs('soon')).toBeNull();
    expect(retryAfterMs(null)).toBeNull();
  });
});
