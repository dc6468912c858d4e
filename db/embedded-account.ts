import { execFile } from 'node:child_process';
import { access, constants, readFile, stat } from 'node:fs/promises';
import { promisify } from 'node:util';

/** The system user the server runs as; undefined means: as ourselves. */
export type Account = { uid: number; gid: number } | undefined;

const run = promisify(execFile);

/**
 * PostgreSQL refuses to run as root. Started by root, it runs as the owner of its data folder if there
 * is one, else as `postgres` if the system has that user, else as a system user `baijia` made for it.
 */
export async function getAccount(dataFolder: string): Promise<Account> {
  if (process.getuid?.() !== 0) return undefined;
  const owner = await stat(dataFolder).catch(() => undefined);
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const known = (await findAccount('postgres')) ?? (await findAccount('baijia'));
  if (known !== undefined) return known;
  await createAccount();
  const created = await findAccount('baijia');
  if (created === undefined) throw new Error('The system user baijia was made but cannot be found.');
  return created;
}

async function findAccount(name: string): Promise<Account> {
  const users = await readFile('/etc/passwd', 'utf8');
  const fields = users
    .split('\n')
    .map((line) => line.split(':'))
    .find((line) => line[0] === name);
  return fields === undefined ? undefined : { uid: Number(fields[2]), gid: Number(fields[3]) };
}

async function createAccount(): Promise<void> {
  const attempts: [string, string[]][] = [
    [
      '/usr/sbin/useradd',
      ['--system', '--user-group', '--no-create-home', '--shell', '/bin/false', 'baijia'],
    ],
    ['/usr/sbin/adduser', ['-S', '-D', '-H', '-s', '/bin/false', 'baijia']],
  ];
  for (const [program, args] of attempts) {
    if (await isExecutable(program)) {
      await run(program, args);
      return;
    }
  }
  throw new Error(
    'PostgreSQL does not run as root, and no user could be made for it. Make a system user named "postgres", start Baijia as a normal user, or set DATABASE_URL.',
  );
}

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
