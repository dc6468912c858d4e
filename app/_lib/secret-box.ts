import type { SecretBox } from '#db/queries/endpoint-rows.ts';
import { openSecret, SecretBoxError, sealSecret } from '#lib/endpoints/secret-box.ts';
import { loadSecretKey } from '#lib/endpoints/secret-key.ts';
import { AppError } from '#lib/errors.ts';
import { getSettings } from '#lib/settings.ts';

let loadedKey: Uint8Array | undefined;

/** Seals and opens with this installation's key; a secret that cannot be opened is a `conflict` with advice. */
export async function getSecretBox(): Promise<SecretBox> {
  const key = await getInstallationKey();
  return {
    seal: (text, context) => sealSecret(text, key, context),
    open: (cipher, context) => {
      try {
        return openSecret(cipher, key, context);
      } catch (error) {
        if (error instanceof SecretBoxError) throw new AppError('conflict', error.message, { cause: error });
        throw error;
      }
    },
  };
}

/** 32 bytes that only this installation has. */
export async function getInstallationKey(): Promise<Uint8Array> {
  const { dataDirectory, secret } = getSettings();
  loadedKey ??= await loadSecretKey({ dataDir: dataDirectory, given: secret ?? null });
  return loadedKey;
}
