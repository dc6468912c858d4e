import { lookup as systemLookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, buildConnector } from 'undici';
import { type NetworkPolicy, refuseAddress, refuseHost } from '#lib/endpoints/address-policy.ts';

const maxHeaderBytes = 65_536;
/** No answer of any model is larger. */
export const maxBodyBytes = 64 * 1024 * 1024;
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
    maxResponseSize: maxBodyBytes,
    allowH2: false,
  });
}

const agents = new Map<string, Agent>();

/** One agent, and so one pool of connections, per policy and connect deadline. */
export function agentFor(guard: Guard): Agent {
  if (guard.lookup) return createAgent(guard);
  const key = JSON.stringify([guard.policy.allowPrivate, guard.policy.allow, guard.connectMs]);
  const known = agents.get(key);
  if (known) return known;
  const agent = createAgent(guard);
  agents.set(key, agent);
  return agent;
}
