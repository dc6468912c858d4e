import type { ChatRun } from '#lib/demo/chat-run.ts';
import type { FinishReason } from '#lib/demo/limit-pieces.ts';
import type { Pace } from '#lib/demo/pace.ts';

function usageOf(run: ChatRun, completionTokens: number) {
  return {
    prompt_tokens: run.promptTokens,
    completion_tokens: completionTokens,
    total_tokens: run.promptTokens + completionTokens,
  };
}

/** The whole answer in one piece of JSON, after the time that streaming it would have taken. */
export async function collectChat(run: ChatRun, pace: Pace, signal: AbortSignal): Promise<Response> {
  let content = '';
  let step = run.pieces.next();
  while (!step.done) {
    await pace(signal);
    content += step.value;
    step = run.pieces.next();
  }
  return Response.json({
    id: run.id,
    object: 'chat.completion',
    created: run.created,
    model: run.model,
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content },
        logprobs: null,
        finish_reason: step.value.finishReason,
      },
    ],
    usage: usageOf(run, step.value.tokens),
  });
}

type Delta = { role?: 'assistant'; content?: string };

async function* chunksOf(run: ChatRun, pace: Pace, includeUsage: boolean, signal: AbortSignal) {
  const base = { id: run.id, object: 'chat.completion.chunk', created: run.created, model: run.model };
  const usage = includeUsage ? { usage: null } : {};
  const chunk = (delta: Delta, finishReason: FinishReason | null = null) => ({
    ...base,
    choices: [{ index: 0, delta, logprobs: null, finish_reason: finishReason }],
    ...usage,
  });
  yield chunk({ role: 'assistant', content: '' });
  let step = run.pieces.next();
  while (!step.done) {
    await pace(signal);
    yield chunk({ content: step.value });
    step = run.pieces.next();
  }
  yield chunk({}, step.value.finishReason);
  if (includeUsage) yield { ...base, choices: [], usage: usageOf(run, step.value.tokens) };
}

/** The answer as server-sent events, one for every piece; ends early when the client leaves. */
export function streamChat(
  run: ChatRun,
  pace: Pace,
  { includeUsage, signal }: { includeUsage: boolean; signal: AbortSignal },
): Response {
  const gone = new AbortController();
  const chunks = chunksOf(run, pace, includeUsage, AbortSignal.any([signal, gone.signal]));
  const encoder = new TextEncoder();
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (value) controller.enqueue(encoder.encode(`data: ${JSON.stringify(value)}\n\n`));
      if (!done) return;
      controller.enqueue(encoder.encode('data: [DONE]\n\n'));
      controller.close();
    },
    cancel() {
      gone.abort();
    },
  });
  return new Response(stream, {
    headers: {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-cache, no-transform',
      'X-Accel-Buffering': 'no',
    },
  });
}
