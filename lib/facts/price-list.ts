import type { Provider } from '@pydantic/genai-prices';
import { isRecord } from '#lib/endpoints/wire/record.ts';
import type { FoundFacts, LiveFacts } from '#lib/facts/schema.ts';

/** When the prices in the package were gathered: the day of its release, 0.1.8. A test asks for the version. */
export const packagedPrices = { version: '0.1.8', asOf: '2026-09-23T00:00:00.000Z' };

/** Half a megabyte of prices, read when they are first wanted. */
const loadPackage = () => import('@pydantic/genai-prices');

/** The service behind a base URL as the price list knows it. */
export async function findPriceProvider(baseUrl: string): Promise<Provider | undefined> {
  // All services of the list are called by https: a server of one's own need not wake it.
  if (!baseUrl.startsWith('https:')) return undefined;
  const { findProvider } = await loadPackage();
  return findProvider({ providerApiUrl: baseUrl });
}

/** The same service in a newer list; undefined where that does not have it. */
export function findInList(list: unknown, providerId: string): Provider | undefined {
  if (!Array.isArray(list)) throw new TypeError('The price list is not a list.');
  const entry: unknown = list.find((provider) => isRecord(provider) && provider.id === providerId);
  const isWhole = isRecord(entry) && Array.isArray(entry.models);
  // The package checks the rest when it reads a price, and throws.
  return isWhole ? (entry as unknown as Provider) : undefined;
}

/** Small enough for the price of short prompts, where long ones cost more. */
const tokens = 1_000;
const perMillion = (price: number) => Number(((price / tokens) * 1_000_000).toPrecision(12));

/** Price and context window of a model at a service on a day; null when the list does not know the model. */
export async function readPrices(provider: Provider, model: string, day: Date): Promise<LiveFacts | null> {
  const { calcPrice } = await loadPackage();
  const usage = { input_tokens: tokens, output_tokens: tokens };
  const found = calcPrice(usage, model, { provider, timestamp: day });
  if (!found) return null;
  const { context_window: contextWindow, deprecated } = found.model;
  return {
    url: provider.pricing_urls?.[0] ?? 'https://github.com/pydantic/genai-prices',
    price: {
      inputPerMillion: perMillion(found.input_price),
      outputPerMillion: perMillion(found.output_price),
    },
    ...(Object.values(found.model_price).some(isRecord) && { hasPriceTiers: true }),
    ...(contextWindow !== undefined && { contextWindow }),
    ...(deprecated === true && { isDeprecated: true }),
  };
}

/** What the package itself says: known without asking anybody. */
export async function findPackagedPrices(subject: string, day: Date): Promise<FoundFacts | null> {
  const [baseUrl = '', model = ''] = splitSubject(subject);
  const provider = await findPriceProvider(baseUrl);
  const facts = provider ? await readPrices(provider, model, day) : null;
  return facts && { source: 'genai-prices', subject, facts, asOf: packagedPrices.asOf };
}

/** Neither a URL nor what comes before a model's id has a space in it. */
export function splitSubject(subject: string): [baseUrl: string, model: string] {
  const space = subject.indexOf(' ');
  return [subject.slice(0, space), subject.slice(space + 1)];
}
