import { reportReachable } from '#app/_lib/client/reachability.ts';
import { ApiError, readError } from '#app/_lib/client/request.ts';
import type { EventBody } from '#lib/arena/turn-reader-follow.ts';

/** Three missed heartbeats of 15 s: such a connection is dead, whatever the socket says. */
const silenceMs = 45_000;
const longestWaitMs = 10_000;

/** Breaks a body off that has gone silent, as a laptop's lid or a lost network leaves it. */
function breakWhenSilent(body: EventBody): EventBody {
  let timer: ReturnType<typeof setTimeout>;
  const watch = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    start: (controller) => arm(controller),
    transform: (chunk, controller) => {
      arm(controller);
      controller.enqueue(chunk);
    },
    flush: () => clearTimeout(timer),
  });
  function arm(controller: TransformStreamDefaultController) {
    clearTimeout(timer);
    timer = setTimeout(() => controller.error(new TypeError('the connection went silent')), silenceMs);
  }
  return body.pipeThrough(watch);
}

/** Opens an event stream of the API: a POST when there is something to send, else a GET. */
export async function openEvents(path: string, signal: AbortSignal, send?: unknown): Promise<EventBody> {
  const response = await fetchEvents(path, signal, send);
  if (!response.ok) throw await readError(response);
  const isEvents = response.headers.get('content-type')?.startsWith('text/event-stream') === true;
  if (!response.body || !isEvents) throw new ApiError('bad-answer', 'The answer was not an event stream.');
  return breakWhenSilent(response.body);
}

async function fetchEvents(path: string, signal: AbortSignal, send: unknown): Promise<Response> {
  const accept = 'text/event-stream';
  try {
    const response = await fetch(`/api/v1${path}`, {
      signal,
      ...(send === undefined
        ? { headers: { accept } }
        : {
            method: 'POST',
            headers: { accept, 'content-type': 'application/json' },
            body: JSON.stringify(send),
          }),
    });
    reportReachable(true);
    return response;
  } catch (cause) {
    if (signal.aborted) throw cause;
    reportReachable(false);
    throw new ApiError('offline', 'The server could not be reached.', { cause });
  }
}

/** A broken stream is a TypeError of the browser; an ApiError says by its code whether waiting can help. */
export function isWorthRetrying(error: unknown): boolean {
  if (error instanceof ApiError) return ['offline', 'unavailable', 'rate-limited'].includes(error.code);
  return error instanceof TypeError;
}

/** Waits longer each time, but no longer than until the network or the tab comes back. */
export function waitToReconnect(attempt: number, signal: AbortSignal): Promise<void> {
  const milliseconds = Math.min(longestWaitMs, 250 * 2 ** attempt) * (0.75 + Math.random() / 2);
  return new Promise((resolve) => {
    const isBack = () => document.visibilityState === 'visible' && go();
    const timer = setTimeout(go, milliseconds);
    function go() {
      clearTimeout(timer);
      window.removeEventListener('online', go);
      document.removeEventListener('visibilitychange', isBack);
      signal.removeEventListener('abort', go);
      resolve();
    }
    window.addEventListener('online', go);
    document.addEventListener('visibilitychange', isBack);
    signal.addEventListener('abort', go);
  });
}
