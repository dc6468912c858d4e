import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { dialects } from '#e2e/fake-endpoint/dialect.ts';
import { playReply } from '#e2e/fake-endpoint/play-reply.ts';
import type { FakeProtocol } from '#e2e/fake-endpoint/reply.ts';
import { json } from '#e2e/fake-endpoint/reply.ts';
import { listModels, readRequest, selectReply } from '#e2e/fake-endpoint/select-reply.ts';

export type RecordedRequest = {
  method: string;
  path: string;
  headers: Record<string, string | string[] | undefined>;
  body: unknown;
  model: string;
  receivedAt: number;
  /** When the client's socket went away before the answer was over; null while it has not. */
  clientClosedAt: number | null;
  /** Resolves when the client's socket goes away or the answer is over. */
  closed: Promise<void>;
};

export type FakeEndpoint = {
  /** With `/v1`, as a base URL is given. */
  url: string;
  port: number;
  requests: RecordedRequest[];
  /** TCP connections accepted so far, and open now. */
  connections(): { accepted: number; open: number };
  stop(): Promise<void>;
};

const paths: Record<string, FakeProtocol> = {
  '/v1/chat/completions': 'chat',
  '/v1/completions': 'completion',
  '/v1/responses': 'responses',
};

async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  try {
    return text === '' ? {} : JSON.parse(text);
  } catch {
    return null;
  }
}

/** A real HTTP server in the shape of OpenAI's; the model id of each request chooses how it behaves. */
export async function startFakeEndpoint(options: { port?: number } = {}): Promise<FakeEndpoint> {
  const requests: RecordedRequest[] = [];
  const counts = new Map<string, number>();
  let accepted = 0;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? '/', 'http://fake').pathname;
    const body = await readBody(request);
    const model = String((body as { model?: unknown } | null)?.model ?? '');
    const { promise: closed, resolve } = Promise.withResolvers<void>();
    const record: RecordedRequest = {
      method: request.method ?? 'GET',
      path,
      headers: request.headers,
      body,
      model,
      receivedAt: performance.now(),
      clientClosedAt: null,
      closed,
    };
    requests.push(record);
    response.on('close', () => {
      if (!response.writableEnded) record.clientClosedAt = performance.now();
      resolve();
    });
    if (path === '/v1/models') return playReply(response, listModels());
    const protocol = paths[path];
    if (!protocol) return playReply(response, json(404, { error: { message: `No route ${path}` } }));
    if (body === null) return playReply(response, json(400, { error: { message: 'Invalid JSON' } }));
    const count = (counts.get(model) ?? 0) + 1;
    counts.set(model, count);
    const parsed = readRequest(protocol, dialects[protocol], body as Record<string, unknown>, count);
    await playReply(response, selectReply({ ...parsed, headers: request.headers }));
  }

  const server: Server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  let openNow = 0;
  server.on('connection', (socket) => {
    accepted += 1;
    openNow += 1;
    socket.on('close', () => {
      openNow -= 1;
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    port,
    requests,
    connections: () => ({ accepted, open: openNow }),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
