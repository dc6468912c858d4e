import type { FactPlaces } from '#lib/facts/fact-sources.ts';
import { findPriceProvider } from '#lib/facts/price-list.ts';
import type { FactSubject } from '#lib/facts/schema.ts';

type Asked = { baseUrl: string; model: string };

const hubId = /^[\w.-]{1,96}\/[\w.-]{1,96}$/;

/** The hub's own servers take `model:provider` as well. */
const withoutProvider = (model: string) => model.replace(/:[\w-]+$/, '');

/**
 * Who can be asked what about an endpoint: its service where that publishes something, the price list where that
 * knows the service, and the hub where the model's id, or its card (`hubIds`), names a repository.
 */
export async function listSubjects(
  { baseUrl, model }: Asked,
  hubIds: readonly string[],
  places: FactPlaces,
): Promise<FactSubject[]> {
  const { origin } = new URL(baseUrl);
  const subjects: FactSubject[] = [];
  if (origin === places.openai) subjects.push({ source: 'openai', subject: model });
  if (origin === places.openrouter) subjects.push({ source: 'openrouter', subject: model });
  if (await findPriceProvider(baseUrl)) {
    subjects.push({ source: 'genai-prices', subject: priceSubject({ baseUrl, model }) });
  }
  const repository = pickRepository(withoutProvider(model), hubIds, origin === places.openrouter);
  if (repository !== null) subjects.push({ source: 'hugging-face', subject: repository });
  return subjects;
}

/** What the hub can say of a card that has no endpoint: its first repository. */
export function listCardSubjects(hubIds: readonly string[]): FactSubject[] {
  const first = hubIds.find((id) => hubId.test(id));
  return first === undefined ? [] : [{ source: 'hugging-face', subject: first }];
}

/** OpenRouter's ids look like the hub's and are not. */
function pickRepository(model: string, hubIds: readonly string[], hasOtherIds: boolean): string | null {
  const named = hubIds.find((id) => id.toLowerCase() === model.toLowerCase());
  if (named !== undefined) return named;
  if (hubId.test(model) && !hasOtherIds) return model;
  return listCardSubjects(hubIds)[0]?.subject ?? null;
}

export const priceSubject = ({ baseUrl, model }: Asked) => `${baseUrl} ${model}`;
