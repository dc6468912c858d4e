import { createOpenAI } from '@ai-sdk/openai';
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import type { Ask, CallableEndpoint, Message, SentRequest } from '#lib/endpoints/ask.ts';
import { AskFailure } from '#lib/endpoints/ask-error.ts';
import type { Protocol } from '#lib/endpoints/protocols.ts';
import type { Capabilities, Params } from '#lib/endpoints/schema.ts';
import { resolveCapabilities } from '#lib/endpoints/server-quirks.ts';
import { findTemplate } from '#lib/endpoints/templates.ts';
import { isRecord, type JsonRecord } from '#lib/endpoints/wire/record.ts';

type Model = Pick<ReturnType<ReturnType<typeof createOpenAI>['responses']>, 'doStream'>;
type CallOptions = Parameters<Model['doStream']>[0];

export type WireRequest = {
  url: string;
  headers: Record<string, string>;
  body: JsonRecord;
  /** Where the answer is cut; only for completions, whose servers may not know the template's marks. */
  stops: readonly string[];
  sent: SentRequest;
};

const paths = { chat: '/chat/completions', completion: '/completions', responses: '/responses' } as const;

/** The address of a call. A base URL may end with a slash, carry a query, or name the path already. */
export function endpointUrl(baseUrl: string, path: string): string {
  const url = new URL(baseUrl);
  let base = url.pathname.replace(/\/+$/, '');
  for (const known of Object.values(paths)) if (base.endsWith(known)) base = base.slice(0, -known.length);
  url.pathname = base + path;
  url.hash = '';
  return url.href;
}

function headersOf(endpoint: CallableEndpoint): Record<string, string> {
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    accept: 'text/event-stream, application/json;q=0.9',
    'user-agent': 'Baijia',
  };
  if (endpoint.apiKey) {
    headers.authorization = `Bearer ${endpoint.apiKey}`;
    if (/\.azure\.com$/.test(new URL(endpoint.baseUrl).hostname)) headers['api-key'] = endpoint.apiKey;
  }
  for (const [name, value] of Object.entries(endpoint.headers)) headers[name.toLowerCase()] = value;
  return headers;
}

/** Folds the system prompt into the first question where the server knows no system role. */
function withoutSystem(messages: readonly Message[]): Message[] {
  const system = messages.filter(({ role }) => role === 'system').map(({ content }) => content);
  const rest = messages.filter(({ role }) => role !== 'system');
  const [first, ...others] = rest;
  if (system.length === 0 || !first) return rest;
  return [{ ...first, content: [...system, first.content].join('\n\n') }, ...others];
}

function fitMessages(messages: readonly Message[], capabilities: Capabilities): readonly Message[] {
  if (capabilities.multiTurn === false && messages.filter(({ role }) => role === 'user').length > 1) {
    throw new AskFailure('not-askable', 'This endpoint answers single questions only, not a conversation');
  }
  return capabilities.systemPrompt === false ? withoutSystem(messages) : messages;
}

function toPrompt(messages: readonly Message[]): CallOptions['prompt'] {
  return messages.map(({ role, content }) =>
    role === 'system' ? { role, content } : { role, content: [{ type: 'text' as const, text: content }] },
  );
}

/** Only the given parameters that the server knows. */
function toSettings(params: Params, unsupported: readonly (keyof Params)[]): Partial<CallOptions> {
  const names = {
    temperature: 'temperature',
    topP: 'topP',
    maxTokens: 'maxOutputTokens',
    seed: 'seed',
    stop: 'stopSequences',
    frequencyPenalty: 'frequencyPenalty',
    presencePenalty: 'presencePenalty',
    reasoningEffort: 'reasoning',
  } as const satisfies Record<keyof Params, keyof CallOptions>;
  const settings: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(params)) {
    const key = name as keyof Params;
    if (value !== undefined && !unsupported.includes(key)) settings[names[key]] = value;
  }
  return settings;
}

const ticketHeader = 'x-ticket';
/** Who waits for the body of which call. */
const waiting = new Map<string, (init: RequestInit | undefined) => void>();
let lastTicket = 0;

/** Takes the body instead of sending it, and never answers, so that nothing more is done. */
const takeBody: typeof globalThis.fetch = (_url, init) => {
  const ticket = new Headers(init?.headers).get(ticketHeader) ?? '';
  waiting.get(ticket)?.(init);
  return new Promise(() => {});
};

/** The body the SDK's provider would send. */
async function bodyOf(model: Model, options: CallOptions): Promise<JsonRecord> {
  lastTicket += 1;
  const ticket = String(lastTicket);
  const { promise, resolve, reject } = Promise.withResolvers<RequestInit | undefined>();
  waiting.set(ticket, resolve);
  Promise.resolve(model.doStream({ ...options, headers: { [ticketHeader]: ticket } })).catch(reject);
  const init = await promise.finally(() => waiting.delete(ticket));
  const body: unknown = JSON.parse(String(init?.body));
  if (!isRecord(body)) throw new AskFailure('internal', 'The request could not be built');
  return body;
}

/** The SDK makes its schemas anew for each model, which takes longer than all else that a request needs. */
const models = new Map<string, Model>();
const mostModels = 200;

function modelOf({ protocol, model }: CallableEndpoint, capabilities: Capabilities): Model {
  const includeUsage = capabilities.streamUsage ?? true;
  const key = JSON.stringify([protocol, model, includeUsage]);
  const made = models.get(key) ?? makeModel(protocol, model, includeUsage);
  models.delete(key);
  models.set(key, made);
  const oldest = models.keys().next().value;
  if (models.size > mostModels && oldest !== undefined) models.delete(oldest);
  return made;
}

function makeModel(protocol: Protocol, model: string, includeUsage: boolean): Model {
  const options = { baseURL: 'http://unused.invalid', fetch: takeBody };
  if (protocol === 'responses') return createOpenAI({ ...options, apiKey: 'unused' }).responses(model);
  const provider = createOpenAICompatible({ ...options, name: 'endpoint', includeUsage });
  return protocol === 'chat' ? provider.chatModel(model) : provider.completionModel(model);
}

/** Builds the HTTP request of an ask. Throws AskFailure where the endpoint cannot carry the conversation. */
export async function buildRequest(ask: Ask): Promise<WireRequest> {
  const { endpoint } = ask;
  const capabilities = resolveCapabilities(endpoint.baseUrl, endpoint.model, endpoint.capabilities);
  const messages = fitMessages(ask.messages, capabilities);
  const settings = toSettings(ask.params, capabilities.unsupportedParams ?? []);
  // The SDK has one format for completions; ours come from the templates.
  const prompt = toPrompt(endpoint.protocol === 'completion' ? [{ role: 'user', content: '' }] : messages);
  const body = await bodyOf(modelOf(endpoint, capabilities), { prompt, ...settings });
  let stops: readonly string[] = [];
  let template: string | null = null;
  if (endpoint.protocol === 'completion') {
    const chosen = findTemplate(endpoint.template ?? 'plain');
    if (!chosen) throw new AskFailure('not-askable', `There is no prompt template "${endpoint.template}"`);
    const rendered = chosen.render(messages);
    if ('refusal' in rendered) throw new AskFailure('not-askable', rendered.refusal);
    template = chosen.id;
    stops = [...new Set([...chosen.stop, ...(ask.params.stop ?? [])])];
    body.prompt = rendered.prompt;
    if (stops.length > 0) body.stop = stops.slice(0, 4);
    else delete body.stop;
  }
  const { maxTokensField } = capabilities;
  if (endpoint.protocol === 'chat' && maxTokensField === 'max_completion_tokens' && 'max_tokens' in body) {
    body.max_completion_tokens = body.max_tokens;
    delete body.max_tokens;
  }
  const url = endpointUrl(endpoint.baseUrl, paths[endpoint.protocol]);
  return {
    url,
    headers: headersOf(endpoint),
    body,
    stops,
    sent: { url, protocol: endpoint.protocol, body, template },
  };
}
