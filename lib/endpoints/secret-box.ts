import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const version = 'v1';
const nonceBytes = 12;
const tagBytes = 16;

/** A sealed secret that cannot be opened: the key is another one, or the text was changed or moved. */
export class SecretBoxError extends Error {
  constructor() {
    super(
      'A stored key cannot be decrypted: the secret of this installation is not the one it was encrypted with. ' +
        'Restore the key file or BAIJIA_SECRET, or enter the endpoint’s key again.',
    );
    this.name = 'SecretBoxError';
  }
}

function contextBytes(endpointId: string): Buffer {
  return Buffer.from(`baijia:${version}:endpoint:${endpointId}`, 'utf8');
}

/**
 * Encrypts with AES-256-GCM (NIST SP 800-38D) under a fresh nonce. The endpoint's id is authenticated with it, so
 * that a sealed key copied to another endpoint does not open. `v1.` and base64url of nonce, tag and ciphertext.
 */
export function sealSecret(secret: string, key: Uint8Array, endpointId: string): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
  cipher.setAAD(contextBytes(endpointId));
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return `${version}.${Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')}`;
}

/** The secret again. Throws SecretBoxError where key, endpoint or text are not the ones it was sealed with. */
export function openSecret(sealed: string, key: Uint8Array, endpointId: string): string {
  const [prefix, body = ''] = sealed.split('.', 2);
  const bytes = Buffer.from(body, 'base64url');
  if (prefix !== version || bytes.length < nonceBytes + tagBytes) throw new SecretBoxError();
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  });
  decipher.setAAD(contextBytes(endpointId));
  decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
  try {
    const opened = [decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()];
    return Buffer.concat(opened).toString('utf8');
  } catch {
    throw new SecretBoxError();
  }
}

/** The last four characters, for a person to tell keys apart; null for a key too short to give any away. */
export function keyHint(secret: string | null): string | null {
  return secret !== null && secret.length >= 12 ? secret.slice(-4) : null;
}
