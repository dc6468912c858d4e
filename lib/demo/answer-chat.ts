import { chatError } from '#lib/demo/chat-error.ts';
import { collectChat, streamChat } from '#lib/demo/chat-response.ts';
import type { ChatRun } from '#lib/demo/chat-run.ts';
import { type ChatRequest, chatRequestSchema } from '#lib/demo/chat-schema.ts';
import { limitPieces } from '#lib/demo/limit-pieces.ts';
import type { Pace } from '#lib/demo/pace.ts';
import { demoPrograms } from '#lib/demo/programs.ts';
import { readBody } from '#lib/demo/read-body.ts';
import { splitPieces } from '#lib/demo/split-pieces.ts';

function startRun(request: ChatRequest): ChatRun | null {
  const program = demoPrograms.find(({ id }) => id === request.model);
  if (!program) return null;
  const { messages, stop } = request;
  const pieces = program.reply({ messages, temperature: request.temperature ?? 1, seed: request.seed ?? 0 });
  const stops = typeof stop === 'string' ? [stop] : (stop ?? []);
  return {
    id: `chatcmpl-${crypto.randomUUID()}`,
    model: program.id,
    created: Math.floor(Date.now() / 1000),
    promptTokens: messages.reduce((sum, { content }) => sum + splitPieces(content).length, 0),
    pieces: limitPieces(pieces, {
      maxTokens: request.max_completion_tokens ?? request.max_tokens ?? Number.POSITIVE_INFINITY,
      stop: stops.filter((text) => text !== ''),
    }),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Answers `POST chat/completions` as an OpenAI-shaped server would. `pace` is awaited before every piece. */
export async function answerChat(request: Request, pace: Pace): Promise<Response> {
  try {
    return await answer(request, pace);
  } catch (error) {
    // Nobody reads this answer any more; 499 is what servers log for it.
    if (request.signal.aborted) return new Response(null, { status: 499 });
    throw error;
  }
}

async function answer(request: Request, pace: Pace): Promise<Response> {
  if (!request.headers.get('content-type')?.toLowerCase().startsWith('application/json')) {
    return chatError(415, 'The request body must be application/json.');
  }
  const body = await readBody(request);
  if (body === null) return chatError(413, 'The request body is too large.', { code: 'request_too_large' });
  const json = parseJson(body);
  if (json === undefined) return chatError(400, 'The request body is not JSON.');
  const parsed = chatRequestSchema.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const param = issue?.path.join('.') || null;
    return chatError(400, `${param ?? 'body'}: ${issue?.message ?? 'is not valid'}`, { param });
  }
  const run = startRun(parsed.data);
  if (!run) {
    const message = `The model "${parsed.data.model.slice(0, 100)}" does not exist.`;
    return chatError(404, message, { code: 'model_not_found', param: 'model' });
  }
  if (!parsed.data.stream) return collectChat(run, pace, request.signal);
  const includeUsage = parsed.data.stream_options?.include_usage ?? false;
  return streamChat(run, pace, { includeUsage, signal: request.signal });
}
