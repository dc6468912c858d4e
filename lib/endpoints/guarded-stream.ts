import type { Transform } from 'node:stream';
import type { Dispatcher } from 'undici';
import { createBodyDecoder } from '#lib/endpoints/body-decoder.ts';
import { agentFor, type Guard, GuardError } from '#lib/endpoints/guarded-agent.ts';

type Headers = Record<string, string | string[] | undefined>;

export type StreamRequest = {
  url: string;
  headers: Record<string, string>;
  body: string;
  signal: AbortSignal;
};

export type StreamObserver = {
  onHeaders(status: number, headers: Headers, statusText: string): void;
  /** Synchronous: nothing is queued, the socket waits. */
  onData(chunk: Uint8Array): void;
};

/**
 * POSTs and hands over each packet as it arrives, under the same guard as guardedFetch but without the cost of
 * web streams (bench/ask-cpu.ts). Resolves at the end of the body; a redirect is refused with GuardError.
 */
export function guardedStream(request: StreamRequest, guard: Guard, observer: StreamObserver): Promise<void> {
  const { url, headers, body, signal } = request;
  const target = new URL(url);
  if (!/^https?:$/.test(target.protocol)) {
    return Promise.reject(new GuardError('blocked-address', `${target.protocol} is not HTTP`));
  }
  if (signal.aborted) return Promise.reject(signal.reason);
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let controller: Dispatcher.DispatchController | null = null;
  let decoder: Transform | null = null;
  const deliver = (chunk: Uint8Array) => {
    if (!signal.aborted) observer.onData(chunk);
  };
  const onAbort = () => {
    controller?.abort(new Error('aborted'));
    reject(signal.reason);
  };
  signal.addEventListener('abort', onAbort, { once: true });
  const path = `${target.pathname}${target.search}`;
  const options = { origin: target.origin, path, method: 'POST' as const, headers, body };
  agentFor(guard).dispatch(options, {
    onRequestStart(started) {
      controller = started;
      if (signal.aborted) started.abort(new Error('aborted'));
    },
    onResponseStart(_controller, status, responseHeaders, statusText = '') {
      if (status < 200) return;
      const { location } = responseHeaders;
      if (status >= 300 && status <= 399 && typeof location === 'string') {
        const next = URL.parse(location, target)?.origin ?? 'nowhere';
        throw new GuardError('redirected', `HTTP ${status}: the server points to ${next}`);
      }
      decoder = createBodyDecoder(responseHeaders['content-encoding']);
      decoder?.on('data', deliver).on('end', resolve).on('error', reject);
      observer.onHeaders(status, responseHeaders, statusText);
    },
    onResponseData(_controller, chunk) {
      if (decoder) decoder.write(chunk);
      else deliver(chunk);
    },
    onResponseEnd: () => (decoder ? void decoder.end() : resolve()),
    onResponseError: (_controller, error) => reject(error),
  });
  return promise.finally(() => signal.removeEventListener('abort', onAbort));
}
