import type { FactPlaces, FactSource } from '#lib/facts/fact-sources.ts';
import { type FetchLimits, fetchJson } from '#lib/facts/fetch-json.ts';
import { findInList, findPriceProvider, readPrices, splitSubject } from '#lib/facts/price-list.ts';
import { readHuggingFace, readOpenAi, readOpenRouter } from '#lib/facts/read-sources.ts';
import type { LiveFacts } from '#lib/facts/schema.ts';

export type LookUpContext = FetchLimits & {
  places: FactPlaces;
  /** Of the endpoint that is asked about: only its own service is sent it. */
  apiKey: string | null;
  now: Date;
};

type LookUp = (subject: string, context: LookUpContext) => Promise<LiveFacts | null>;

const lookUps: Record<FactSource, LookUp> = {
  openai: async (model, context) => {
    // Nothing can be listed without a key.
    if (context.apiKey === null) return null;
    const answer = await fetchJson(`${context.places.openai}/v1/models`, context, context.apiKey);
    return answer === null ? null : readOpenAi(answer, model);
  },
  openrouter: async (model, context) => {
    const answer = await fetchJson(`${context.places.openrouter}/api/v1/models`, context);
    return answer === null ? null : readOpenRouter(answer, model);
  },
  'genai-prices': async (subject, context) => {
    const [baseUrl, model] = splitSubject(subject);
    const packaged = await findPriceProvider(baseUrl);
    const provider =
      packaged && findInList(await fetchJson(context.places['genai-prices'], context), packaged.id);
    return provider ? readPrices(provider, model, context.now) : null;
  },
  'hugging-face': async (id, context) => {
    const fields = ['cardData', 'safetensors', 'gguf', 'gated', 'inferenceProviderMapping'];
    const expand = fields.map((field) => `expand[]=${field}`).join('&');
    const answer = await fetchJson(`${context.places['hugging-face']}/api/models/${id}?${expand}`, context);
    return answer === null ? null : readHuggingFace(answer, id);
  },
};

/** Asks one source about one subject; null when it knows nothing of it. @throws Error when it cannot be asked. */
export function lookUpFacts(
  source: FactSource,
  subject: string,
  context: LookUpContext,
): Promise<LiveFacts | null> {
  return lookUps[source](subject, context);
}
