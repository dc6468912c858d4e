import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readdir, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyHint, openSecret, SecretBoxError, sealSecret } from '#lib/endpoints/secret-box.ts';
import { loadSecretKey, SecretKeyError } from '#lib/endpoints/secret-key.ts';

const key = randomBytes(32);

describe('secret box', () => {
  it('gives back what was sealed, and never the same text twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (secret, id) => {
        const sealed = sealSecret(secret.toWellFormed(), key, id);
        expect(openSecret(sealed, key, id)).toBe(secret.toWellFormed());
        expect(sealSecret(secret, key, id)).not.toBe(sealed);
      }),
    );
  });

  it('opens for its own key, endpoint and text alone', () => {
    const sealed = sealSecret('sk-secret', key, 'one');
    expect(sealed).not.toContain('secret');
    expect(() => openSecret(sealed, randomBytes(32), 'one')).toThrow(SecretBoxError);
    expect(() => openSecret(sealed, key, 'two')).toThrow(SecretBoxError);
    expect(() => openSecret(sealed.replace('v1.', 'v2.'), key, 'one')).toThrow(SecretBoxError);
    expect(() => openSecret('v1.', key, 'one')).toThrow(SecretBoxError);
    const bytes = Buffer.from(sealed.slice(3), 'base64url');
    for (let index = 0; index < bytes.length; index += 1) {
      const changed = Buffer.from(bytes);
      changed[index] = (changed[index] ?? 0) ^ 1;
      expect(() => openSecret(`v1.${changed.toString('base64url')}`, key, 'one')).toThrow(SecretBoxError);
    }
  });

  it('hints at long keys only', () => {
    expect(keyHint('sk-1234567890')).toBe('7890');
    expect(keyHint('short')).toBeNull();
    expect(keyHint(null)).toBeNull();
  });
});

describe('secret key', () => {
  const folder = () => mkdtemp(join(tmpdir(), 'baijia-key-'));

  it('is created once, for the owner alone, also when many ask at the same time', async () => {
    const dataDir = join(await folder(), 'data');
    const keys = await Promise.all(Array.from({ length: 8 }, () => loadSecretKey({ dataDir, given: null })));
    for (const one of keys) expect(one).toEqual(keys[0]);
    expect(await readdir(dataDir)).toEqual(['secret.key']);
    expect((await stat(join(dataDir, 'secret.key'))).mode & 0o777).toBe(0o600);
    expect(await loadSecretKey({ dataDir, given: null })).toEqual(keys[0]);
  });

  it('takes a given key, and closes a file that others could read', async () => {
    const dataDir = await folder();
    expect(await loadSecretKey({ dataDir, given: key })).toEqual(key);
    expect(await readdir(dataDir)).toEqual([]);
    await loadSecretKey({ dataDir, given: null });
    await chmod(join(dataDir, 'secret.key'), 0o644);
    await loadSecretKey({ dataDir, given: null });
    expect((await stat(join(dataDir, 'secret.key'))).mode & 0o777).toBe(0o600);
  });

  it('says what is wrong with a key of another length', async () => {
    const dataDir = await folder();
    await expect(loadSecretKey({ dataDir, given: randomBytes(16) })).rejects.toThrow(/BAIJIA_SECRET.*32.*16/);
    await writeFile(join(dataDir, 'secret.key'), 'c2hvcnQ=\n');
    await expect(loadSecretKey({ dataDir, given: null })).rejects.toThrow(SecretKeyError);
  });
});
