import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import next from 'next';
import { StartError } from '#cli/explain-error.ts';
import { isLocalRequest } from '#cli/local-request.ts';
import { answerStarting, refuseHost, refuseTrace } from '#cli/plain-answers.ts';
import { getProcessState } from '#lib/process-state.ts';

/** On every response, whoever answers. */
const securityHeaders = [
  ['X-Content-Type-Options', 'nosniff'],
  ['X-Frame-Options', 'DENY'],
  ['Referrer-Policy', 'no-referrer'],
  ['Permissions-Policy', 'camera=(), microphone=(), geolocation=(), browsing-topics=()'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
] as const;

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

export type PageServer = {
  /** Makes the pages ready and serves them from then on. */
  servePages: (options: { dev: boolean; folder: string }) => Promise<void>;
  close: () => Promise<void>;
};

/**
 * Takes the port at once, so that a taken one is known before any slow work; until the pages are there
 * it says that Baijia is starting.
 */
export async function listen(address: { host: string; port: number }): Promise<PageServer> {
  let handle: Handler = answerStarting;
  let closePages = async () => {};
  const server = createServer((request, response) => {
    for (const [name, value] of securityHeaders) response.setHeader(name, value);
    if (!isLocalRequest(request)) refuseHost(response);
    else if (request.method === 'TRACE') refuseTrace(response);
    else handle(request, response);
  });
  const sockets = trackSockets(server);
  await bind(server, address);
  return {
    servePages: async ({ dev, folder }) => {
      const app = next({ dev, dir: folder, hostname: address.host, port: address.port, httpServer: server });
      await app.prepare();
      const pages = app.getRequestHandler();
      closePages = () => app.close();
      handle = (request, response) => {
        // In dev the routes answer, which are the ones that change while one works on them.
        if (!dev && getProcessState().answerDirectly?.(request, response)) return;
        pages(request, response).catch((error: unknown) => {
          console.error(error);
          response.destroy();
        });
      };
    },
    close: async () => {
      await closeServer(server, sockets);
      await Promise.race([closePages(), sleep(2_000, undefined, { ref: false })]);
    },
  };
}

async function bind(server: Server, { host, port }: { host: string; port: number }): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explainBind(error, host, port)));
    server.listen({ host, port }, resolve);
  });
}

function explainBind(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new StartError(
      `Port ${port} on ${host} is taken by another program: stop it, or choose another port (PORT=${port + 1} npm start).`,
    );
  }
  if (error.code === 'EACCES') {
    return new StartError(
      `Port ${port} on ${host} is not open to this user: choose one above 1023 with PORT.`,
    );
  }
  return error;
}

/** The server forgets sockets that became web sockets (the reloading of dev mode), yet waits for them. */
function trackSockets(server: Server): ReadonlySet<Socket> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  return sockets;
}

/** Answers in the making get a second to reach their readers; then their connections are cut. */
async function closeServer(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const cut = setTimeout(() => {
    for (const socket of sockets) socket.destroy();
  }, 1_000);
  await closed;
  clearTimeout(cut);
}
