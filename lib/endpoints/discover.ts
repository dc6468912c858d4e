import { getNetworkPolicy } from '#lib/endpoints/address-policy.ts';
import { guardedFetch, readLimited } from '#lib/endpoints/guarded-fetch.ts';
import { findKeyVariable, presets } from '#lib/endpoints/presets.ts';
import type { DiscoveredEndpoint } from '#lib/endpoints/schema.ts';
import { firstString, isRecord } from '#lib/endpoints/wire/record.ts';

const probeMs = 800;
const maxProbeBytes = 4 * 1024 * 1024;
const maxModels = 500;

export type LocalServer = { provider: string; port: number };

/** The ports these programs listen on unless told otherwise. */
export const localServers: readonly LocalServer[] = [
  { provider: 'Ollama', port: 11434 },
  { provider: 'LM Studio', port: 1234 },
  { provider: 'llama.cpp', port: 8080 },
  { provider: 'vLLM', port: 8000 },
];

type Probe = { value: unknown; headers: { get(name: string): string | null } };

async function getJson(url: string): Promise<Probe | null> {
  try {
    const response = await guardedFetch(
      url,
      { headers: { accept: 'application/json' }, signal: AbortSignal.timeout(probeMs) },
      { policy: getNetworkPolicy(), connectMs: probeMs },
    );
    const text = await readLimited(response, maxProbeBytes);
    return response.ok ? { value: JSON.parse(text), headers: response.headers } : null;
  } catch {
    return null;
  }
}

/** The model ids of `GET /v1/models`; null when the answer is not a model list, as any web server may give. */
function readModelList(value: unknown): string[] | null {
  if (!isRecord(value) || !Array.isArray(value.data)) return null;
  const ids: string[] = [];
  for (const entry of value.data) {
    const id = isRecord(entry) ? firstString(entry.id) : null;
    if (id === null || (isRecord(entry) && entry.object !== undefined && entry.object !== 'model'))
      return null;
    ids.push(id);
  }
  // Ollama lists nothing as `null` or []; a bare {"data": []} of some other program is no sign of models.
  if (ids.length === 0 && value.object !== 'list') return null;
  return ids.slice(0, maxModels);
}

/** Another program may sit on a well-known port: what the answer says about itself decides the name. */
function nameProvider(value: unknown, headers: Probe['headers'], expected: string): string {
  const owners = new Set<unknown>();
  if (isRecord(value) && Array.isArray(value.data)) {
    for (const entry of value.data) if (isRecord(entry)) owners.add(entry.owned_by);
  }
  if (owners.has('llamacpp') || /llama\.cpp/i.test(headers.get('server') ?? '')) return 'llama.cpp';
  if (owners.has('vllm')) return 'vLLM';
  if (owners.has('library')) return 'Ollama';
  return expected;
}

async function probe({ provider, port }: LocalServer): Promise<DiscoveredEndpoint | null> {
  const origin = `http://127.0.0.1:${port}`;
  const answer = await getJson(`${origin}/v1/models`);
  const models = answer && readModelList(answer.value);
  if (!answer || !models) return null;
  const name = nameProvider(answer.value, answer.headers, provider);
  return {
    source: 'discovered',
    provider: name,
    name: `${name} (127.0.0.1:${port})`,
    protocol: 'chat',
    baseUrl: `${origin}/v1`,
    models,
    keyVariable: null,
    cardId: null,
  };
}

/** Model servers that answer on this machine now. All ports are tried at once, each for under a second. */
export async function discoverLocalServers(
  servers: readonly LocalServer[] = localServers,
): Promise<DiscoveredEndpoint[]> {
  const found = await Promise.all(servers.map(probe));
  return found.filter((endpoint) => endpoint !== null);
}

/** The presets whose key is in the given environment. The key itself is not looked at beyond being there. */
export function listEnvironmentPresets(
  environment: Readonly<Record<string, string | undefined>>,
): DiscoveredEndpoint[] {
  const found: DiscoveredEndpoint[] = [];
  for (const preset of presets) {
    const keyVariable = findKeyVariable(preset, environment);
    if (keyVariable === null) continue;
    found.push({
      source: 'environment',
      provider: preset.provider,
      name: preset.provider,
      protocol: preset.protocol,
      baseUrl: preset.baseUrl,
      models: [...preset.models],
      keyVariable,
      cardId: null,
    });
  }
  return found;
}

/** Everything that could be added as an endpoint: local servers first, then presets. */
export async function discoverEndpoints(
  environment: Readonly<Record<string, string | undefined>>,
  servers: readonly LocalServer[] = localServers,
): Promise<DiscoveredEndpoint[]> {
  return [...(await discoverLocalServers(servers)), ...listEnvironmentPresets(environment)];
}
