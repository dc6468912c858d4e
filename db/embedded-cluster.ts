import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Account } from '#db/embedded-account.ts';
import type { Binaries } from '#db/embedded-binaries.ts';

export const superuser = 'baijia';

/** A clean environment: no PG* variable and no key of the person reaches the database. */
export const serverEnvironment = { LC_ALL: 'C', NODE_ENV: 'production' } as const;

export type Cluster = { folder: string; password: string };

/** As another user the server may not walk the folders above its own, but it may always enter the one it stands in. */
export function serverView(folder: string, account: Account): string {
  return account !== undefined && process.platform === 'linux' ? '/proc/self/cwd' : folder;
}

/** The database files below `dataFolder`, made on the first call; a first call that was cut short is made again. */
export async function getCluster(
  dataFolder: string,
  binaries: Binaries,
  account: Account,
  durable: boolean,
): Promise<Cluster> {
  const folder = join(dataFolder, 'postgres');
  const password = await getPassword(dataFolder);
  const isMade = await stat(join(folder, 'PG_VERSION')).then(
    () => true,
    () => false,
  );
  if (isMade) {
    await checkVersion(folder);
    return { folder, password };
  }
  const staging = `${folder}.new`;
  await rm(staging, { recursive: true, force: true });
  await mkdir(staging, { mode: 0o700 });
  if (account !== undefined) await chown(staging, account.uid, account.gid);
  await createFiles(staging, password, binaries, account, durable);
  await rename(staging, folder);
  return { folder, password };
}

async function checkVersion(folder: string): Promise<void> {
  const version = (await readFile(join(folder, 'PG_VERSION'), 'utf8')).trim();
  if (version !== '18') {
    throw new Error(
      `The database in ${folder} was made by PostgreSQL ${version}, this is PostgreSQL 18: dump and restore it, or set DATA_DIR to another folder.`,
    );
  }
}

async function getPassword(dataFolder: string): Promise<string> {
  const file = join(dataFolder, 'database-password');
  const password = randomBytes(24).toString('base64url');
  try {
    await writeFile(file, password, { mode: 0o600, flag: 'wx' });
    return password;
  } catch {
    return (await readFile(file, 'utf8')).trim();
  }
}

// Without a UTF-8 LC_CTYPE, pg_trgm takes no Chinese character for a letter. Systems differ in what they have.
const characterTypes: Partial<Record<NodeJS.Platform, string[]>> = {
  linux: ['C.UTF-8', 'en_US.UTF-8', 'C'],
  darwin: ['en_US.UTF-8', 'C'],
};

async function createFiles(
  folder: string,
  password: string,
  binaries: Binaries,
  account: Account,
  durable: boolean,
): Promise<void> {
  const secrets = await mkdtemp(join(tmpdir(), 'baijia-'));
  const passwordFile = join(secrets, 'password');
  try {
    await writeFile(passwordFile, password, { mode: 0o600 });
    if (account !== undefined) {
      await chown(passwordFile, account.uid, account.gid);
      await chown(secrets, account.uid, account.gid);
    }
    let output = '';
    for (const characterType of characterTypes[process.platform] ?? ['C']) {
      const args = [
        `--pgdata=${serverView(folder, account)}`,
        `--username=${superuser}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C',
        `--lc-ctype=${characterType}`,
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        ...(durable ? [] : ['--no-sync']),
      ];
      const result = await runProgram(binaries.initdb, args, folder, account);
      if (result.code === 0) return;
      output = result.output;
      if (!/invalid locale|locale name/i.test(output)) break;
    }
    throw new Error(`PostgreSQL could not prepare ${folder}:\n${output.trim()}`);
  } finally {
    await rm(secrets, { recursive: true, force: true });
  }
}

async function runProgram(
  program: string,
  args: string[],
  folder: string,
  account: Account,
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: folder,
      env: serverEnvironment,
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
      ...account,
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}
