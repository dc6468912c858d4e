import { randomBytes, randomUUID } from 'node:crypto';
import { chmod, link, mkdir, open, readFile, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';

const keyBytes = 32;
const fileName = 'secret.key';

export class SecretKeyError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'SecretKeyError';
  }
}

function checkedKey(key: Uint8Array, where: string): Buffer {
  if (key.length === keyBytes) return Buffer.from(key);
  throw new SecretKeyError(`${where} must hold ${keyBytes} bytes, but holds ${key.length}`);
}

async function readKeyFile(path: string): Promise<Buffer | null> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  const mode = (await stat(path)).mode & 0o777;
  if (process.platform !== 'win32' && (mode & 0o077) !== 0) await chmod(path, 0o600);
  return checkedKey(Buffer.from(text.trim(), 'base64'), `The key file ${path}`);
}

/** Written aside and linked into place: a crash leaves no half key, and of two processes one wins. */
async function createKeyFile(path: string): Promise<void> {
  const draft = `${path}.${randomUUID()}`;
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(`${randomBytes(keyBytes).toString('base64')}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  try {
    await link(draft, path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    await unlink(draft);
  }
}

/**
 * The 32 bytes that encrypt endpoint keys: those given (BAIJIA_SECRET), or those of the key file in the data
 * folder, which is created with mode 0600 on first use. Throws SecretKeyError where they are not 32 bytes.
 */
export async function loadSecretKey(options: { dataDir: string; given: Uint8Array | null }): Promise<Buffer> {
  if (options.given) return checkedKey(options.given, 'BAIJIA_SECRET');
  const path = join(options.dataDir, fileName);
  const known = await readKeyFile(path);
  if (known) return known;
  await mkdir(options.dataDir, { recursive: true, mode: 0o700 });
  await createKeyFile(path);
  const key = await readKeyFile(path);
  if (!key) throw new SecretKeyError(`The key file ${path} could not be created`);
  return key;
}
