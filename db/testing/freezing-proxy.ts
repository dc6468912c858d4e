// biome-ignore lint/style/noRestrictedImports: stands between a test and its own database
import { createConnection, createServer, type Socket } from 'node:net';

export type FreezingProxy = {
  /** The database, by way of the proxy. */
  url: string;
  /** From now on, nothing passes on the connections that are open, and none of them ends. New ones work. */
  freeze: () => void;
  stop: () => Promise<void>;
};

/** Stands between a program and its database, as a network that loses packets without a word. */
export async function startFreezingProxy(databaseUrl: string): Promise<FreezingProxy> {
  const url = new URL(databaseUrl);
  const target = { host: url.hostname, port: Number(url.port || 5432) };
  const open = new Set<Socket>();
  let pairs: [Socket, Socket][] = [];
  const server = createServer((near) => {
    const far = createConnection(target);
    pairs.push([near, far]);
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(socket);
      socket.pipe(other);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        open.delete(socket);
        other.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  url.hostname = '127.0.0.1';
  url.port = String(address.port);
  return {
    url: url.href,
    freeze: () => {
      for (const [near, far] of pairs) {
        near.unpipe(far).pause();
        far.unpipe(near).pause();
      }
      pairs = [];
    },
    stop: () => {
      for (const socket of open) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
