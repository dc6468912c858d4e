import type { CallableEndpoint } from '#lib/endpoints/ask.ts';
import { askEndpoint } from '#lib/endpoints/ask-endpoint.ts';
import type { EndpointTestResult } from '#lib/endpoints/schema.ts';

const enoughCharacters = 200;
/** A local server may first have to load its model. */
const timeoutMs = 60_000;

/** Asks one short question as a lane would, and stops listening once an answer is under way. */
export async function testEndpoint(
  endpoint: CallableEndpoint,
  gone: AbortSignal,
): Promise<EndpointTestResult> {
  const enough = new AbortController();
  let text = '';
  const result = await askEndpoint(
    { endpoint, messages: [{ role: 'user', content: 'Say hello.' }], params: endpoint.params },
    {
      signal: AbortSignal.any([enough.signal, gone, AbortSignal.timeout(timeoutMs)]),
      onText: (delta) => {
        text += delta;
        if (text.length >= enoughCharacters) enough.abort();
      },
      onReasoning: () => {},
      onAttempt: () => {},
    },
  );
  const ok = result.status !== 'failed' && text.trim() !== '';
  const silent = { code: 'empty-answer', message: 'The endpoint answered without text.' };
  return {
    ok,
    timeToFirstTextMs: result.timing.timeToFirstTextMs,
    text: text === '' ? null : text.slice(0, enoughCharacters).toWellFormed(),
    error: ok ? null : (result.error ?? silent),
  };
}
