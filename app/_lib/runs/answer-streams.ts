import type { IncomingMessage, ServerResponse } from 'node:http';
import { toErrorResponse } from '#app/_lib/error-response.ts';
import type { Incoming } from '#app/_lib/incoming.ts';
import { askComparison } from '#app/_lib/operations/comparisons.ts';
import { followTurn } from '#app/_lib/operations/turns.ts';
import { readInput } from '#app/_lib/route.ts';
import { type EventView, eventHeaders, openView } from '#app/_lib/runs/event-response.ts';
import { getRuns } from '#app/_lib/runs/run-engine.ts';
import { startTurn } from '#app/_lib/runs/start-turn.ts';
import { getTurnSource } from '#app/_lib/runs/turn-sources.ts';
import { sendEvents } from '#lib/arena/send-events.ts';
import { getProcessState } from '#lib/process-state.ts';

type Open = (incoming: Incoming, params: { id: string }) => Promise<EventView>;

const ask: Open = async (incoming, pathParams) => {
  const { raterId, params, body } = await readInput(askComparison, incoming, pathParams);
  const { isNew, ...opened } = await startTurn(raterId, params.id, body);
  return openView(opened, isNew ? 'turn-start' : 'snapshot');
};

const follow: Open = async (incoming, pathParams) => {
  const { raterId, params } = await readInput(followTurn, incoming, pathParams);
  return openView(await getTurnSource(raterId, params.id), 'snapshot');
};

const streams = [
  { method: 'POST', path: /^\/api\/v1\/comparisons\/([\w-]+)\/turns$/, open: ask },
  { method: 'GET', path: /^\/api\/v1\/turns\/([\w-]+)\/events$/, open: follow },
];

/** From now on this process listens for other processes' notices, and Node's server may ask for streams. */
export function takeStreams(): void {
  getRuns();
  getProcessState().answerStreams = answerStreams;
}

/**
 * Answers requests for event streams at Node's own server, by the same checks as their routes: the page server's way
 * to a route and back through web streams takes longer than all that a turn needs (docs/measurements.md).
 * @returns false for every other request, which is left as it is.
 */
function answerStreams(request: IncomingMessage, response: ServerResponse): boolean {
  if (!request.headers.accept?.includes('text/event-stream')) return false;
  for (const { method, path, open } of streams) {
    const id = request.method === method ? path.exec(request.url ?? '')?.[1] : undefined;
    if (id === undefined) continue;
    open(toIncoming(request), { id })
      .then(({ source, options }) => {
        response.writeHead(200, eventHeaders);
        sendEvents(source, options, response);
      })
      .catch((error: unknown) => sendError(toErrorResponse(error), response));
    return true;
  }
  return false;
}

function toIncoming(request: IncomingMessage): Incoming {
  return {
    method: request.method ?? '',
    url: `http://${request.headers.host}${request.url}`,
    headers: { get: (name) => request.headers[name]?.toString() ?? null },
    body: request,
  };
}

async function sendError(error: Response, response: ServerResponse): Promise<void> {
  const body = await error.text();
  if (response.headersSent) return void response.destroy();
  response.writeHead(error.status, Object.fromEntries(error.headers));
  response.end(body);
}
