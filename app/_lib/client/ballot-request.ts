import { z } from 'zod';
import {
  type Ballot,
  type BallotInput,
  ballotSchema,
  type Reveal,
  revealSchema,
} from '#lib/preferences/ballot-schema.ts';

export type BallotRequestSettings = {
  fetch: typeof fetch;
  /** Origin of the API, or '' for the page's own. */
  baseUrl: string;
  /** A request that takes longer, in ms, counts as a network failure. */
  timeoutMs: number;
};

export type BallotResult =
  | { kind: 'saved'; ballot: Ballot; reveal: readonly Reveal[] }
  /** Worth another try; `afterMs` is what the server asked for, if it did. */
  | { kind: 'unreachable'; afterMs: number | null }
  /** Final: sending the same again would be refused again. */
  | { kind: 'refused'; code: string; message: string };

const answerSchema = z.object({ ballot: ballotSchema, reveal: z.array(revealSchema) });
const errorSchema = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

/** 4xx answers that speak of the moment, not of the ballot. */
const passingStatuses: ReadonlySet<number> = new Set([401, 408, 425, 429]);

/** One attempt to store a ballot. Never throws: PUT is idempotent, so whatever is in doubt is `unreachable`. */
export async function putBallot(
  settings: BallotRequestSettings,
  turnId: string,
  input: BallotInput,
): Promise<BallotResult> {
  try {
    const response = await settings.fetch(`${settings.baseUrl}/api/v1/turns/${turnId}/ballot`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(input),
      signal: AbortSignal.timeout(settings.timeoutMs),
    });
    const body: unknown = await response.json().catch(() => null);
    return response.ok ? readSaved(body) : readRefusal(response, body);
  } catch {
    return { kind: 'unreachable', afterMs: null };
  }
}

/** A 200 that is not ours (a captive portal, a proxy) proves nothing about the ballot. */
function readSaved(body: unknown): BallotResult {
  const answer = answerSchema.safeParse(body);
  return answer.success ? { kind: 'saved', ...answer.data } : { kind: 'unreachable', afterMs: null };
}

function readRefusal(response: Response, body: unknown): BallotResult {
  if (response.status >= 500 || response.status < 400 || passingStatuses.has(response.status)) {
    return { kind: 'unreachable', afterMs: retryAfterMs(response.headers.get('retry-after')) };
  }
  const error = errorSchema.safeParse(body);
  const { code, message } = error.success
    ? error.data.error
    : { code: 'internal', message: `HTTP ${response.status}` };
  return { kind: 'refused', code, message };
}

/** Retry-After is a number of seconds or an HTTP date (RFC 9110, 10.2.3). */
export function retryAfterMs(header: string | null): number | null {
  if (header === null || header.trim() === '') return null;
  const seconds = Number(header);
  const delay = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - Date.now();
  return Number.isNaN(delay) ? null : Math.max(0, delay);
}

/** The ballot as the server has it; null when there is none or nobody can tell now. */
export async function readBallot(settings: BallotRequestSettings, turnId: string): Promise<Ballot | null> {
  try {
    const response = await settings.fetch(`${settings.baseUrl}/api/v1/turns/${turnId}/ballot`, {
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(settings.timeoutMs),
    });
    const ballot = ballotSchema.safeParse(await response.json());
    return response.ok && ballot.success ? ballot.data : null;
  } catch {
    return null;
  }
}
