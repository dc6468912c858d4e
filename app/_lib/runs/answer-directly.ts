import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerBallot } from '#app/_lib/answer-ballot.ts';
import { toErrorResponse } from '#app/_lib/error-response.ts';
import type { Incoming } from '#app/_lib/incoming.ts';
import { putBallot } from '#app/_lib/operations/ballots.ts';
import { askComparison } from '#app/_lib/operations/comparisons.ts';
import * as turns from '#app/_lib/operations/turns.ts';
import { answer, readInput } from '#app/_lib/route.ts';
import { type EventView, eventHeaders, openView } from '#app/_lib/runs/event-response.ts';
import { getRuns } from '#app/_lib/runs/run-engine.ts';
import { startTurn } from '#app/_lib/runs/start-turn.ts';
import { stopTurn } from '#app/_lib/runs/stop-turn.ts';
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
  const { raterId, params } = await readInput(turns.followTurn, incoming, pathParams);
  return openView(await getTurnSource(raterId, params.id), 'snapshot');
};

type Work = (request: IncomingMessage, id: string, response: ServerResponse) => Promise<void>;

const streamed =
  (open: Open): Work =>
  async (request, id, response) => {
    const { source, options } = await open(toIncoming(request), { id });
    response.writeHead(200, eventHeaders);
    sendEvents(source, options, response);
  };

const judge: Work = async (request, id, response) => {
  const given = await readInput(putBallot, toIncoming(request), { id });
  await sendAnswer(await answerBallot(given), response);
};

const stop: Work = async (request, id, response) => {
  const { raterId, params, body } = await readInput(turns.stopTurn, toIncoming(request), { id });
  await stopTurn(raterId, params.id, body.laneId ?? null);
  await sendAnswer(answer({}, 202), response);
};

const routes = [
  { method: 'POST', path: /^\/api\/v1\/comparisons\/([\w-]+)\/turns$/, isStream: true, work: streamed(ask) },
  { method: 'GET', path: /^\/api\/v1\/turns\/([\w-]+)\/events$/, isStream: true, work: streamed(follow) },
  { method: 'PUT', path: /^\/api\/v1\/turns\/([\w-]+)\/ballot$/, isStream: false, work: judge },
  { method: 'POST', path: /^\/api\/v1\/turns\/([\w-]+)\/stop$/, isStream: false, work: stop },
];

/** From now on this process listens for other processes' notices, and Node's server may ask here first. */
export function takeDirectAnswers(): void {
  getRuns();
  getProcessState().answerDirectly = answerDirectly;
}

/**
 * Answers event streams, ballots and stops at Node's own server, by the same checks as their routes: the page server's
 * way to a route and back through web streams takes longer than all that they need, and the first stop waited up to
 * half a second for its route to be loaded (docs/measurements.md).
 * @returns false for every other request, which is left as it is.
 */
function answerDirectly(request: IncomingMessage, response: ServerResponse): boolean {
  const wantsStream = request.headers.accept?.includes('text/event-stream') ?? false;
  for (const { method, path, isStream, work } of routes) {
    if (request.method !== method || (isStream && !wantsStream)) continue;
    const id = path.exec(request.url ?? '')?.[1];
    if (id === undefined) continue;
    work(request, id, response).catch((error: unknown) => sendAnswer(toErrorResponse(error), response));
    return true;
  }
  return false;
}

function toIncoming(request: IncomingMessage): Incoming {
  return {
    method: request.method ?? '',
    url: `http://${request.headers.host}${request.url}`,
    headers: { get: (name) => request.headers[name]?.toString() ?? null },
    // What is too large is refused by an answer, not by a cut connection.
    body: request.iterator({ destroyOnReturn: false }),
  };
}

async function sendAnswer(answered: Response, response: ServerResponse): Promise<void> {
  const body = await answered.text();
  if (response.headersSent) return void response.destroy();
  // What is left of a refused body is not read to the end for the next request's sake.
  if (!response.req.complete) response.setHeader('Connection', 'close');
  response.writeHead(answered.status, Object.fromEntries(answered.headers));
  response.end(body);
}
