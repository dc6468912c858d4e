// biome-ignore lint/style/noRestrictedImports: the database of the settings, not an address that anyone gives
import { createConnection, type Socket } from 'node:net';
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';

type Address = { host: string[]; port: number[]; path?: string | undefined };

const connectTimeoutMs = 5000;
const connectsPerSecond = 4;

/**
 * Opens sockets for postgres.js, which by itself reconnects hundreds of times a second to a server that accepts and
 * then closes: `burst` sockets at once, from then on 4 a second.
 */
export function createSocketFactory(burst: number): (address: Address) => Promise<Socket> {
  let budget = burst;
  let countedAt = performance.now();
  return async (address) => {
    const now = performance.now();
    budget = Math.min(burst, budget + ((now - countedAt) / 1000) * connectsPerSecond) - 1;
    countedAt = now;
    if (budget < 0) await wait((-budget / connectsPerSecond) * 1000, undefined, { ref: false });
    return connectToFirst(address);
  };
}

/** Tries the hosts of a connection string in order. */
async function connectToFirst({ host, port, path }: Address): Promise<Socket> {
  if (path) return connect({ path });
  let failure: unknown;
  for (const [index, name] of host.entries()) {
    try {
      const socket = await connect({ host: name, port: port[index] ?? 5432 });
      // postgres.js reads the name back for TLS.
      return Object.assign(socket, { host: name });
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}

function connect(target: { path: string } | { host: string; port: number }): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = createConnection({ ...target, noDelay: true });
    const fail = (error: Error) => {
      socket.destroy();
      reject(error);
    };
    const failLate = () => fail(Object.assign(new Error('No connection in time'), { code: 'ETIMEDOUT' }));
    socket.setTimeout(connectTimeoutMs, failLate);
    socket.once('error', fail);
    socket.once('connect', () => {
      socket.setTimeout(0, failLate);
      socket.off('error', fail);
      resolve(socket);
    });
  });
}
