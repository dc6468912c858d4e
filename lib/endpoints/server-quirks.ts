import type { Capabilities } from '#lib/endpoints/schema.ts';

type Quirk = {
  host: RegExp;
  /** Limits the quirk to some of the server's models. */
  model?: RegExp;
  capabilities: Capabilities;
};

const openAiReasoning = /(^|\/)(o[1-9]|gpt-5(?!.*chat))/i;
const samplingParams = ['temperature', 'topP', 'frequencyPenalty', 'presencePenalty'] as const;

/** What the known servers refuse, from their own documentation. Later rows add to earlier ones. */
const quirks: readonly Quirk[] = [
  { host: /^api\.openai\.com$/, capabilities: { maxTokensField: 'max_completion_tokens' } },
  {
    host: /^api\.openai\.com$|\.openai\.azure\.com$|\.services\.ai\.azure\.com$/,
    model: openAiReasoning,
    capabilities: {
      maxTokensField: 'max_completion_tokens',
      unsupportedParams: [...samplingParams, 'stop'],
    },
  },
  {
    host: /^openrouter\.ai$/,
    model: openAiReasoning,
    capabilities: { unsupportedParams: [...samplingParams] },
  },
  // 422 on fields it does not know; its seed is called random_seed.
  {
    host: /^api\.mistral\.ai$|^codestral\.mistral\.ai$/,
    capabilities: { streamUsage: false, unsupportedParams: ['seed', 'reasoningEffort'] },
  },
  {
    host: /^api\.anthropic\.com$/,
    capabilities: { unsupportedParams: ['seed', 'frequencyPenalty', 'presencePenalty'] },
  },
  {
    host: /^generativelanguage\.googleapis\.com$/,
    capabilities: { unsupportedParams: ['seed', 'frequencyPenalty', 'presencePenalty'] },
  },
  {
    host: /(^|\.)bigmodel\.cn$|^api\.z\.ai$/,
    capabilities: { unsupportedParams: ['frequencyPenalty', 'presencePenalty', 'seed'] },
  },
  {
    host: /^api\.x\.ai$/,
    model: /grok-(3-mini|4)/i,
    capabilities: { unsupportedParams: ['stop', 'frequencyPenalty', 'presencePenalty'] },
  },
];

/** What the server at this address can take, with the endpoint's own word above the table's. */
export function resolveCapabilities(baseUrl: string, model: string, own: Capabilities): Capabilities {
  const host = new URL(baseUrl).hostname;
  let known: Capabilities = {};
  for (const quirk of quirks) {
    if (quirk.host.test(host) && (quirk.model?.test(model) ?? true))
      known = { ...known, ...quirk.capabilities };
  }
  return { ...known, ...own };
}
