import type { z } from 'zod';
import {
  type DeadlineDraft,
  deadlineFields,
  deadlineNames,
  draftFromTimeouts,
  toTimeouts,
} from '#components/endpoints/deadline-draft.ts';
import type { Protocol } from '#lib/endpoints/protocols.ts';
import {
  type Endpoint,
  type EndpointInput,
  type EndpointPatch,
  endpointInputSchema,
  endpointPatchSchema,
} from '#lib/endpoints/schema.ts';

/** The form as typed. */
export type EndpointDraft = {
  name: string;
  protocol: Protocol;
  baseUrl: string;
  model: string;
  /** A new key; empty keeps what is stored. */
  apiKey: string;
  forgetsKey: boolean;
  /** "Name: value", one a line; empty keeps what is stored. */
  headers: string;
  forgetsHeaders: boolean;
  cardId: string | null;
  template: string | null;
  temperature: number | null;
  maxTokens: number | null;
  inputPrice: number | null;
  outputPrice: number | null;
  maxConcurrent: number | null;
  /** How often battles draw it, against 1 for the others; empty means 1. */
  battleWeight: number | null;
  isPinned: boolean;
} & DeadlineDraft;

export type DraftField = keyof EndpointDraft;

/** Names of messages under endpoints.problems. */
export type DraftProblem =
  | 'required'
  | 'tooLong'
  | 'notUrl'
  | 'urlSecret'
  | 'notAscii'
  | 'headerLine'
  | 'bothPrices'
  | 'giveAgain'
  | 'refused';

export type DraftProblems = Partial<Record<DraftField, DraftProblem>>;

export const emptyEndpointDraft: EndpointDraft = {
  name: '',
  protocol: 'chat',
  baseUrl: '',
  model: '',
  apiKey: '',
  forgetsKey: false,
  headers: '',
  forgetsHeaders: false,
  cardId: null,
  template: null,
  temperature: null,
  maxTokens: null,
  inputPrice: null,
  outputPrice: null,
  maxConcurrent: null,
  battleWeight: null,
  isPinned: false,
  ...draftFromTimeouts({}),
};

export function draftFromEndpoint(endpoint: Endpoint): EndpointDraft {
  return {
    ...emptyEndpointDraft,
    name: endpoint.name,
    protocol: endpoint.protocol,
    baseUrl: endpoint.baseUrl,
    model: endpoint.model,
    cardId: endpoint.cardId,
    template: endpoint.template,
    temperature: endpoint.params.temperature ?? null,
    maxTokens: endpoint.params.maxTokens ?? null,
    inputPrice: endpoint.price?.inputPerMillion ?? null,
    outputPrice: endpoint.price?.outputPerMillion ?? null,
    maxConcurrent: endpoint.maxConcurrent,
    battleWeight: endpoint.battle.weight,
    isPinned: endpoint.battle.isPinned,
    ...draftFromTimeouts(endpoint.timeouts),
  };
}

function parseHeaders(text: string): Record<string, string> {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(':');
      // Without a colon the whole line is no header name, which the schema reports.
      return colon < 0 ? [`${line} `, ''] : [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
    }),
  );
}

function toFields(draft: EndpointDraft, endpoint: Endpoint | null) {
  const { temperature, maxTokens, inputPrice, outputPrice } = draft;
  const { temperature: _temperature, maxTokens: _maxTokens, ...otherParams } = endpoint?.params ?? {};
  return {
    name: draft.name,
    protocol: draft.protocol,
    baseUrl: draft.baseUrl.trim(),
    model: draft.model,
    cardId: draft.cardId,
    template: draft.protocol === 'completion' ? draft.template : null,
    params: {
      ...otherParams,
      ...(temperature === null ? {} : { temperature }),
      ...(maxTokens === null ? {} : { maxTokens }),
    },
    price:
      inputPrice === null && outputPrice === null
        ? null
        : { inputPerMillion: inputPrice, outputPerMillion: outputPrice },
    maxConcurrent: draft.maxConcurrent,
    timeouts: toTimeouts(draft),
    battle: { weight: draft.battleWeight ?? 1, isPinned: draft.isPinned },
    ...(draft.forgetsKey ? { apiKey: null } : draft.apiKey.trim() === '' ? {} : { apiKey: draft.apiKey }),
    ...(draft.forgetsHeaders
      ? { headers: null }
      : draft.headers.trim() === ''
        ? {}
        : { headers: parseHeaders(draft.headers) }),
  };
}

type Parsed<Value> = { value: Value; problems: null } | { value: null; problems: DraftProblems };

/** A new endpoint from the form, or what is wrong with each field. */
export function parseNewEndpoint(draft: EndpointDraft): Parsed<EndpointInput> {
  return toParsed(endpointInputSchema.safeParse(toFields(draft, null)), draft);
}

/** The change of a stored endpoint, or what is wrong with each field. */
export function parseEndpointChange(draft: EndpointDraft, endpoint: Endpoint): Parsed<EndpointPatch> {
  const parsed = toParsed(endpointPatchSchema.safeParse(toFields(draft, endpoint)), draft);
  if (parsed.problems !== null) return parsed;
  const moved = movedSecrets(draft, endpoint);
  return Object.keys(moved).length === 0 ? parsed : { value: null, problems: moved };
}

/** A key and headers belong to one server: for another one they are given again or forgotten. */
function movedSecrets(draft: EndpointDraft, endpoint: Endpoint): DraftProblems {
  if (new URL(draft.baseUrl.trim()).origin === new URL(endpoint.baseUrl).origin) return {};
  const keepsKey = endpoint.hasKey && !draft.forgetsKey && draft.apiKey.trim() === '';
  const keepsHeaders =
    endpoint.headerNames.length > 0 && !draft.forgetsHeaders && draft.headers.trim() === '';
  return {
    ...(keepsKey ? { apiKey: 'giveAgain' as const } : {}),
    ...(keepsHeaders ? { headers: 'giveAgain' as const } : {}),
  };
}

function toParsed<Value>(result: z.ZodSafeParseResult<Value>, draft: EndpointDraft): Parsed<Value> {
  if (result.success) return { value: result.data, problems: null };
  const problems: DraftProblems = {};
  for (const issue of result.error.issues) {
    const field = fieldOf(issue.path.join('.'));
    if (field !== null) problems[field] ??= problemOf(field, issue.code, draft);
  }
  return { value: null, problems };
}

/** The field of the form that a path of the schema or of an API error speaks of; null when none does. */
export function fieldOf(path: string): DraftField | null {
  const nested: Record<string, DraftField> = {
    'params.temperature': 'temperature',
    'params.maxTokens': 'maxTokens',
    'price.inputPerMillion': 'inputPrice',
    'price.outputPerMillion': 'outputPrice',
    'battle.weight': 'battleWeight',
    'battle.isPinned': 'isPinned',
    ...Object.fromEntries(deadlineNames.map((name) => [`timeouts.${deadlineFields[name]}`, name])),
  };
  const field = nested[path] ?? path.split('.')[0] ?? '';
  return isField(field) ? field : null;
}

function isField(name: string): name is DraftField {
  return Object.hasOwn(emptyEndpointDraft, name);
}

function problemOf(field: DraftField, code: string, draft: EndpointDraft): DraftProblem {
  const typed = draft[field];
  if (typeof typed === 'string' && typed.trim() === '') return 'required';
  if (field === 'inputPrice' || field === 'outputPrice') return typed === null ? 'bothPrices' : 'refused';
  if (field === 'headers') return 'headerLine';
  if (typeof typed === 'number') return 'refused';
  if (code === 'too_big') return 'tooLong';
  if (field === 'baseUrl') return code === 'custom' ? 'urlSecret' : 'notUrl';
  return field === 'apiKey' ? 'notAscii' : 'refused';
}
