import { setTimeout as sleep } from 'node:timers/promises';
import { adaptRequest } from '#lib/endpoints/adapt-request.ts';
import { getNetworkPolicy, type NetworkPolicy } from '#lib/endpoints/address-policy.ts';
import type { Ask, AskEndpoint, AskObserver, AskResult, AskTiming, AskUsage } from '#lib/endpoints/ask.ts';
import { AskFailure } from '#lib/endpoints/ask-error.ts';
import { buildRequest, type WireRequest } from '#lib/endpoints/build-request.ts';
import { resolveTimeouts } from '#lib/endpoints/deadlines.ts';
import { estimateTokens } from '#lib/endpoints/estimate-tokens.ts';
import { redact } from '#lib/endpoints/redact.ts';
import { maxRetryAfterMs } from '#lib/endpoints/retry-after.ts';
import { type Attempt, runAttempt } from '#lib/endpoints/run-attempt.ts';
import type { Price } from '#lib/endpoints/schema.ts';
import { tokenSpeed } from '#lib/endpoints/token-speed.ts';

const maxAttempts = 3;
const backoffMs = [500, 1500];

/** Until the next attempt in ms; null when there must be none. */
function waitBefore(attempt: Attempt, count: number): number | null {
  const { failure, sink } = attempt;
  if (!failure?.isRetryable || sink.hasToken || count >= maxAttempts) return null;
  if (failure.retryAfterMs === null) return backoffMs[count - 1] ?? 1500;
  return failure.retryAfterMs <= maxRetryAfterMs ? failure.retryAfterMs : null;
}

function usageOf(attempt: Attempt, request: WireRequest): AskUsage | null {
  const { sink, reader } = attempt;
  if (reader.usage) return { ...reader.usage, estimated: false };
  if (!sink.hasToken) return null;
  const reasoningTokens = estimateTokens(sink.reasoning);
  const outputTokens = estimateTokens(sink.text) + reasoningTokens;
  const asked = request.body.messages ?? request.body.input ?? request.body.prompt;
  const inputTokens = estimateTokens(typeof asked === 'string' ? asked : JSON.stringify(asked));
  return { inputTokens, outputTokens, reasoningTokens, estimated: true };
}

function timingOf(attempt: Attempt, usage: AskUsage | null): AskTiming {
  const { sink, startedAt, endedAt } = attempt;
  const sinceFirstToken = sink.firstTokenAt === null ? 0 : endedAt - sink.firstTokenAt;
  return {
    timeToFirstTextMs: sink.firstTextAt === null ? null : sink.firstTextAt - startedAt,
    durationMs: endedAt - startedAt,
    tokensPerSecond: tokenSpeed(usage?.outputTokens ?? 0, sinceFirstToken),
  };
}

/** In US dollars; null where the tokens or their price are unknown. */
export function costOf(usage: AskUsage | null, price: Price | null): number | null {
  if (!usage || !price) return null;
  const { inputPerMillion, outputPerMillion } = price;
  return (usage.inputTokens * inputPerMillion + usage.outputTokens * outputPerMillion) / 1_000_000;
}

function secretsOf(ask: Ask): string[] {
  const { apiKey, headers } = ask.endpoint;
  return [apiKey ?? '', ...Object.values(headers)].filter((value) => value.length >= 4);
}

function errorOf(failure: AskFailure, ask: Ask): { code: string; message: string } {
  return { code: failure.code, message: redact(failure.message, secretsOf(ask)) };
}

const noTiming: AskTiming = { timeToFirstTextMs: null, durationMs: 0, tokensPerSecond: null };
const nothing = { finishReason: null, usage: null, costUsd: null, timing: noTiming };

function finishReasonOf({ sink, reader }: Attempt): string | null {
  if (sink.isCut) return 'stop';
  if (reader.hasRefusal) return 'content-filter';
  return reader.finish?.reason ?? (reader.isDone && sink.hasToken ? 'stop' : null);
}

function toResult(attempt: Attempt, attempts: number, request: WireRequest, ask: Ask): AskResult {
  const { failure, isStopped } = attempt;
  const usage = usageOf(attempt, request);
  return {
    status: isStopped ? 'stopped' : failure ? 'failed' : 'complete',
    finishReason: finishReasonOf(attempt),
    usage,
    timing: timingOf(attempt, usage),
    costUsd: costOf(usage, ask.endpoint.price),
    error: failure ? errorOf(failure, ask) : null,
    attempts,
    request: request.sent,
  };
}

async function askWith(policy: NetworkPolicy, ask: Ask, observer: AskObserver): Promise<AskResult> {
  let request = await buildRequest(ask);
  const timeouts = resolveTimeouts(ask.endpoint.timeouts);
  const startedAt = performance.now();
  for (let count = 1; ; count += 1) {
    observer.onAttempt(count);
    const totalLeftMs = timeouts.totalMs - (performance.now() - startedAt);
    const attempt = await runAttempt({ request, observer, guard: { policy }, timeouts, totalLeftMs });
    const adapted = count < maxAttempts ? adaptRequest(request, attempt.failure) : null;
    if (adapted) {
      request = adapted;
      continue;
    }
    const waitMs = waitBefore(attempt, count);
    const isLate = performance.now() - startedAt + (waitMs ?? 0) >= timeouts.totalMs;
    if (waitMs === null || isLate) return toResult(attempt, count, request, ask);
    try {
      await sleep(waitMs, undefined, { signal: observer.signal });
    } catch {
      return toResult({ ...attempt, failure: null, isStopped: true }, count, request, ask);
    }
  }
}

/** An AskEndpoint that calls only what the policy allows. */
export function createAskEndpoint(policy: NetworkPolicy): AskEndpoint {
  return async (ask, observer) => {
    try {
      return await askWith(policy, ask, observer);
    } catch (error) {
      const failure = error instanceof AskFailure ? error : new AskFailure('internal', String(error));
      return { ...nothing, status: 'failed', error: errorOf(failure, ask), attempts: 0, request: null };
    }
  };
}

/** Calls what the settings allow. */
export const askEndpoint: AskEndpoint = (ask, observer) =>
  createAskEndpoint(getNetworkPolicy())(ask, observer);
