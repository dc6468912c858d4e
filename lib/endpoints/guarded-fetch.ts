import { lookup as systemLookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, buildConnector, type RequestInit, type Response, fetch as undiciFetch } from 'undici';
import { type NetworkPolicy, refuseAddress, refuseHost } from '#lib/endpoints/address-policy.ts';

const maxHeaderBytes = 65_536;
const defaultMaxBytes = 64 * 1024 * 1024;
const defaultConnectMs = 15_000;

export type GuardReason = 'blocked-address' | 'redirected' | 'too-large';

/** The guard itself refused; the message says what, in words that may be shown. */
export class GuardError extends Error {
  readonly reason: GuardReason;

  constructor(reason: GuardReason, message: string) {
    super(message);
    this.name = 'GuardError';
    this.reason = reason;
  }
}

export type Guard = {
  policy: NetworkPolicy;
  connectMs?: number;
  /** None by default. Every hop is checked like the first. */
  maxRedirects?: number;
  /** Stands in for the system's name resolution. */
  lookup?: LookupFunction;
};

/** Resolves and refuses in one step, so that what was checked is what is connected to (DNS rebinding). */
function guardedLookup(policy: NetworkPolicy, resolve: LookupFunction): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, '', 0);
      const addresses = Array.isArray(found) ? found : [{ address: found, family: isIP(found) }];
      const refusals = addresses.map(({ address }) => refuseAddress(address, hostname, policy));
      const allowed = addresses.filter((_, index) => refusals[index] === null);
      const [first] = allowed;
      if (!first) {
        const why = refusals.find((refusal) => refusal !== null) ?? `${hostname} has no address`;
        return callback(new GuardError('blocked-address', `${hostname}: ${why}`), '', 0);
      }
      if (options.all) callback(null, allowed);
      else callback(null, first.address, first.family);
    });
  };
}

function createAgent(guard: Guard): Agent {
  const { policy, connectMs = defaultConnectMs, lookup = systemLookup as LookupFunction } = guard;
  const connect = buildConnector({
    timeout: connectMs,
    lookup: guardedLookup(policy, lookup),
    allowH2: false,
    autoSelectFamily: true,
  });
  return new Agent({
    connect(options, callback) {
      const host = options.hostname.replace(/^\[|\]$/g, '');
      const refusal = refuseHost(host) ?? (isIP(host) ? refuseAddress(host, host, policy) : null);
      if (refusal) callback(new GuardError('blocked-address', refusal), null);
      else connect(options, callback);
    },
    // Our own deadlines decide; undici's would cut slow local models after 300 s.
    headersTimeout: 0,
    bodyTimeout: 0,
    maxHeaderSize: maxHeaderBytes,
    maxResponseSize: defaultMaxBytes,
    allowH2: false,
  });
}

const agents = new Map<string, Agent>();

/** One agent, and so one pool of connections, per policy and connect deadline. */
function agentFor(guard: Guard): Agent {
  if (guard.lookup) return createAgent(guard);
  const key = JSON.stringify([guard.policy.allowPrivate, guard.policy.allow, guard.connectMs]);
  const known = agents.get(key);
  if (known) return known;
  const agent = createAgent(guard);
  agents.set(key, agent);
  return agent;
}

function withoutCredentials(init: RequestInit): RequestInit {
  const kept = { accept: new Headers(init.headers as Record<string, string>).get('accept') ?? '*/*' };
  return { ...init, headers: kept };
}

/**
 * The only way out: every call the program makes to another server goes through here. Checks each address at the
 * moment of connecting; follows no redirect unless told to. Rejects with GuardError, or with undici's error.
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
