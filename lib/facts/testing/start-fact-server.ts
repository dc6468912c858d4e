import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { FactPlaces } from '#lib/facts/fact-sources.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export type FactServer = {
  origin: string;
  places: FactPlaces;
  /** Method, path and key of each request. */
  requests: { path: string; authorization: string | undefined }[];
  /** What is answered from now on, by the beginning of the path; the first that fits. */
  play: (answers: Record<string, Answer>) => void;
  stop: () => Promise<void>;
};

export const json =
  (value: unknown, status = 200): Answer =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
  };

/** What can go wrong with a source. */
export const faults: Record<string, Answer> = {
  'HTTP 500': json({ error: 'down' }, 500),
  'no JSON': (_, response) => response.end('<html>Just a moment...</html>'),
  'another JSON': json('down for maintenance'),
  'half a body': (_, response) => {
    response.writeHead(200, { 'content-length': 1_000 }).write('{"data": [');
    response.destroy();
  },
  'a huge body': (_, response) => {
    const block = ' '.repeat(65_536);
    const pour = () => {
      while (!response.destroyed && response.write(block));
    };
    response.writeHead(200).on('drain', pour);
    pour();
  },
  silence: () => {},
  'a slow body': (_, response) => {
    response.writeHead(200).write('{');
  },
  'endless redirects': ({ url }, response) => {
    response.writeHead(302, { location: `${url}x` }).end();
  },
};

/** Plays all sources of facts on one port of this machine. */
export async function startFactServer(): Promise<FactServer> {
  let answers: Record<string, Answer> = {};
  const requests: FactServer['requests'] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    requests.push({ path, authorization: request.headers.authorization });
    const found = Object.entries(answers).find(([start]) => path.startsWith(start));
    (found?.[1] ?? json({ error: 'Not found' }, 404))(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  return {
    origin,
    places: {
      openai: origin,
      openrouter: origin,
      'genai-prices': `${origin}/prices.json`,
      'hugging-face': origin,
    },
    requests,
    play: (next) => {
      answers = next;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
