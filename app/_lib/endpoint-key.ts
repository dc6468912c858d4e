import { findKeyVariable, presets } from '#lib/endpoints/presets.ts';
import type { EndpointInput, EndpointSource } from '#lib/endpoints/schema.ts';
import { AppError } from '#lib/errors.ts';
import { getProviderKeys } from '#lib/settings.ts';

/**
 * Puts the key of the named environment variable into the input. Only a preset's own server gets it: otherwise
 * whoever can add endpoints could have any key of the environment sent to a server of theirs.
 * @throws AppError `invalid-request`
 */
export function resolveKey(input: EndpointInput): {
  input: Omit<EndpointInput, 'keyVariable'>;
  source: EndpointSource;
} {
  const { keyVariable, ...plain } = input;
  if (keyVariable === undefined) return { input: plain, source: 'user' };
  if (plain.apiKey) throw refuse('cannot be given together with apiKey');
  const keys = getProviderKeys();
  const environment = Object.fromEntries(keys);
  const { origin } = new URL(plain.baseUrl);
  const isPreset = presets.some(
    (preset) =>
      new URL(preset.baseUrl).origin === origin && findKeyVariable(preset, environment) === keyVariable,
  );
  const apiKey = keys.get(keyVariable)?.trim();
  if (!isPreset || !apiKey) throw refuse('holds no key for this server');
  return { input: { ...plain, apiKey }, source: 'environment' };
}

function refuse(message: string): AppError {
  const details = [{ path: 'keyVariable', message }];
  return new AppError('invalid-request', `keyVariable: ${message}`, { details });
}
