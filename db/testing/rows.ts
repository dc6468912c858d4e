import { and, eq } from 'drizzle-orm';
import { withDatabase } from '#db/client.ts';
import { createOpenComparison } from '#db/queries/comparisons.ts';
import { createTurn } from '#db/queries/create-turn.ts';
import type { SecretBox } from '#db/queries/endpoint-rows.ts';
import { createEndpoint } from '#db/queries/endpoints.ts';
import { getTurn } from '#db/queries/turns.ts';
import { comparisons } from '#db/schema/comparisons.ts';
import { raters } from '#db/schema/raters.ts';
import { responses, turns } from '#db/schema/turns.ts';
import type { Comparison, ResponseStatus, Turn } from '#lib/arena/schema.ts';
import type { Endpoint, EndpointInput } from '#lib/endpoints/schema.ts';
import type { RaterId } from '#lib/rater.ts';

/** Tests stand where app/_lib stands: they say who is asking. */
export const localRater = 'local' as RaterId;

/** Reversible and readable, so that a test can see what was sealed for whom. */
export const plainBox: SecretBox = {
  seal: (text, context) => `${context}:${Buffer.from(text).toString('base64')}`,
  open: (cipher, context) => Buffer.from(cipher.slice(context.length + 1), 'base64').toString(),
};

export async function addRater(id: string): Promise<RaterId> {
  await withDatabase((db) => db.insert(raters).values({ id }));
  return id as RaterId;
}

export function addEndpoint(input: Partial<EndpointInput> = {}): Promise<Endpoint> {
  const base = {
    name: 'Model',
    protocol: 'chat',
    baseUrl: 'http://127.0.0.1:9/v1',
    model: 'model-1',
  } as const;
  return createEndpoint({ ...base, ...input }, 'user', plainBox);
}

/** A comparison with one turn whose answers are written: one lane per status given. */
export async function addAnsweredTurn(
  options: { rater?: RaterId; statuses?: ResponseStatus[]; prompt?: string; isBlind?: boolean } = {},
): Promise<{ comparison: Comparison; turn: Turn; laneIds: string[]; endpoints: Endpoint[] }> {
  const { rater = localRater, statuses = ['complete', 'complete'], prompt = 'Hello' } = options;
  const endpoints: Endpoint[] = [];
  for (const [index] of statuses.entries()) {
    endpoints.push(await addEndpoint({ name: `Model ${index}`, cardId: `card-${index}` }));
  }
  const lanes = endpoints.map((endpoint) => ({ endpointId: endpoint.id }));
  const comparison = await createOpenComparison(rater, { mode: 'open', lanes });
  if (options.isBlind) await makeBlind(comparison.id);
  const { turnId } = await createTurn(rater, comparison.id, { prompt }, 'test');
  const laneIds = comparison.lanes.map((lane) => lane.id);
  for (const [index, status] of statuses.entries()) {
    await writeResponse(turnId, laneIds[index] ?? '', status);
  }
  await withDatabase((db) => db.update(turns).set({ status: 'complete' }).where(eq(turns.id, turnId)));
  return { comparison, turn: await getTurn(rater, turnId), laneIds, endpoints };
}

/** Blind comparisons cannot be drawn yet, but what follows the draw can be tested. */
async function makeBlind(id: string): Promise<void> {
  await withDatabase((db) => db.update(comparisons).set({ mode: 'blind' }).where(eq(comparisons.id, id)));
}

async function writeResponse(turnId: string, laneId: string, status: ResponseStatus): Promise<void> {
  const failed = { errorCode: 'http-429', errorMessage: 'Model 7B is busy' };
  await withDatabase((db) =>
    db
      .update(responses)
      .set({
        status,
        text: status === 'complete' ? 'An answer' : '',
        reasoning: 'Hm',
        finishReason: 'stop',
        upstreamAttempts: 2,
        usage: { inputTokens: 1, outputTokens: 2, reasoningTokens: 0, estimated: false },
        timing: { timeToFirstTextMs: 10, durationMs: 20, tokensPerSecond: 5 },
        costUsd: 0.5,
        ...(status === 'failed' ? failed : {}),
      })
      .where(and(eq(responses.turnId, turnId), eq(responses.laneId, laneId))),
  );
}
