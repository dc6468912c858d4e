import type { AskResult, CallableEndpoint, Message } from '#lib/endpoints/ask.ts';
import { askEndpoint } from '#lib/endpoints/ask-endpoint.ts';

export type Answer = {
  text: string;
  reasoning: string;
  deltas: string[];
  attempts: number[];
  result: AskResult;
};

export type AskFakeOptions = Partial<CallableEndpoint> & {
  messages?: readonly Message[];
  signal?: AbortSignal;
  onText?: (delta: string) => void;
};

/** Asks a server over HTTP as the run engine does and gathers what it observes. For tests. */
export async function askFake(
  server: { url: string },
  model: string,
  options: AskFakeOptions = {},
  prompt = 'Hello',
): Promise<Answer> {
  const { messages, signal, onText, ...endpoint } = options;
  const answer = { text: '', reasoning: '', deltas: [] as string[], attempts: [] as number[] };
  const result = await askEndpoint(
    {
      endpoint: {
        id: 'test',
        name: 'Test',
        protocol: 'chat',
        baseUrl: server.url,
        model,
        apiKey: null,
        headers: {},
        params: {},
        template: null,
        capabilities: {},
        price: null,
        timeouts: {},
        ...endpoint,
      },
      messages: messages ?? [{ role: 'user', content: prompt }],
      params: endpoint.params ?? {},
    },
    {
      signal: signal ?? new AbortController().signal,
      onText: (delta) => {
        answer.text += delta;
        answer.deltas.push(delta);
        onText?.(delta);
      },
      onReasoning: (delta) => {
        answer.reasoning += delta;
      },
      onAttempt: (attempt) => {
        answer.attempts.push(attempt);
      },
    },
  );
  return { ...answer, result };
}
