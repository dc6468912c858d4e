import { firstString, isRecord } from '#lib/endpoints/wire/record.ts';
import { type LiveFacts, liveFactsSchema } from '#lib/facts/schema.ts';

const asDate = (value: unknown) =>
  typeof value === 'string' ? /^\d{4}-\d{2}-\d{2}/.exec(value)?.[0] : undefined;

const asCount = (value: unknown) =>
  typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : undefined;

/** Dollars for one token, in words, as dollars for a million; negative where it depends on the request. */
function asPerMillion(value: unknown): number | undefined {
  const dollars = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof dollars !== 'number' || !(dollars >= 0) || dollars > 1) return undefined;
  return Number((dollars * 1_000_000).toPrecision(12));
}

/** Without the fields that are not there, and with those that are checked. @throws ZodError */
function clean(facts: { [Name in keyof LiveFacts]: LiveFacts[Name] | undefined }): LiveFacts {
  return liveFactsSchema.parse(
    Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)),
  );
}

/** @throws TypeError when the answer is no list of models. */
function findInModels(answer: unknown, id: string): Record<string, unknown> | undefined {
  if (!isRecord(answer) || !Array.isArray(answer.data))
    throw new TypeError('The answer is no list of models.');
  return answer.data.filter(isRecord).find((model) => model.id === id);
}

/** OpenAI's `GET /v1/models`: `shutdown_date` where one is set. */
export function readOpenAi(answer: unknown, model: string): LiveFacts | null {
  const entry = findInModels(answer, model);
  const shutdownDate = asDate(entry?.shutdown_date);
  return shutdownDate === undefined
    ? null
    : { url: 'https://platform.openai.com/docs/deprecations', shutdownDate };
}

/** OpenRouter's `GET /api/v1/models`. */
export function readOpenRouter(answer: unknown, model: string): LiveFacts | null {
  const entry = findInModels(answer, model);
  if (!entry) return null;
  const pricing = isRecord(entry.pricing) ? entry.pricing : {};
  const [inputPerMillion, outputPerMillion] = [
    asPerMillion(pricing.prompt),
    asPerMillion(pricing.completion),
  ];
  const repository = firstString(entry.hugging_face_id);
  return clean({
    url: `https://openrouter.ai/${model}`,
    price:
      inputPerMillion === undefined || outputPerMillion === undefined
        ? undefined
        : { inputPerMillion, outputPerMillion },
    contextWindow: asCount(entry.context_length),
    shutdownDate: asDate(entry.expiration_date),
    repository: repository ?? undefined,
  });
}

/** The hub's `GET /api/models/ID`. */
export function readHuggingFace(answer: unknown, id: string): LiveFacts {
  if (!isRecord(answer)) throw new TypeError('The answer is no model.');
  const card = isRecord(answer.cardData) ? answer.cardData : {};
  const bases = [card.base_model].flat().filter((base) => typeof base === 'string');
  const licence = firstString(card.license_name) ?? firstString(card.license);
  return clean({
    url: `https://huggingface.co/${id}`,
    contextWindow: isRecord(answer.gguf) ? asCount(answer.gguf.context_length) : undefined,
    parameters: isRecord(answer.safetensors) ? asCount(answer.safetensors.total) : undefined,
    licence: licence?.slice(0, 200),
    basedOn: bases.length > 0 ? bases.slice(0, 20) : undefined,
    isGated: answer.gated === undefined ? undefined : answer.gated !== false,
    servedBy: readProviders(answer.inferenceProviderMapping),
  });
}

/** A list of entries, or a record of them by provider. */
function readProviders(mapping: unknown): string[] | undefined {
  const entries: [unknown, unknown][] = Array.isArray(mapping)
    ? mapping.map((entry) => [isRecord(entry) ? entry.provider : undefined, entry])
    : Object.entries(isRecord(mapping) ? mapping : {});
  const live = entries.flatMap(([provider, entry]) =>
    typeof provider === 'string' && isRecord(entry) && entry.status === 'live' ? [provider] : [],
  );
  return live.length > 0 ? live.slice(0, 50) : undefined;
}
