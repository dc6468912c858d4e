import { type RequestInit, type Response, fetch as undiciFetch } from 'undici';
import { agentFor, type Guard, GuardError } from '#lib/endpoints/guarded-agent.ts';

function withoutCredentials(init: RequestInit): RequestInit {
  const kept = { accept: new Headers(init.headers as Record<string, string>).get('accept') ?? '*/*' };
  return { ...init, headers: kept };
}

/**
 * Every call the program makes to another server goes through here, or for answers that stream through
 * guarded-stream.ts. Checks each address at the moment of connecting; follows no redirect unless told to.
 * Rejects with GuardError, or with undici's error.
 */
export async function guardedFetch(url: string, init: RequestInit, guard: Guard): Promise<Response> {
  const dispatcher = agentFor(guard);
  let target = new URL(url);
  let current = init;
  for (let hopsLeft = guard.maxRedirects ?? 0; ; hopsLeft -= 1) {
    if (!/^https?:$/.test(target.protocol))
      throw new GuardError('blocked-address', `${target.protocol} is not HTTP`);
    const response = await undiciFetch(target, { ...current, redirect: 'manual', dispatcher });
    const location = response.headers.get('location');
    if (response.status < 300 || response.status > 399 || location === null) return response;
    await response.body?.cancel();
    const next = new URL(location, target);
    if (hopsLeft <= 0 || (current.method ?? 'GET') !== 'GET') {
      throw new GuardError('redirected', `HTTP ${response.status}: the server points to ${next.origin}`);
    }
    if (next.origin !== target.origin) current = withoutCredentials(current);
    target = next;
  }
}

/** Reads a body as text, refusing more than `maxBytes` (after decompression). */
export async function readLimited(response: Response, maxBytes: number): Promise<string> {
  if (!response.body) return '';
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of response.body) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw new GuardError('too-large', `The answer is larger than ${maxBytes} bytes`);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
