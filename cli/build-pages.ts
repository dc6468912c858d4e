import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartError } from '#cli/explain-error.ts';
import { findLiveHolder, type Holder, takeFolder } from '#cli/folder-lock.ts';
import { hashSources } from '#cli/source-hash.ts';

/** `servers` are the data folders of the copies that have served this build. */
type Stamp = { hash: string; servers: string[] };

type Options = {
  root: string;
  dataDirectory: string;
  holder: Holder;
  stopping: AbortSignal;
  say: (line: string) => void;
};

/** Builds the pages unless the sources are those of the finished build. Copies that share the tree take turns. */
export async function ensureBuild(options: Options): Promise<void> {
  const lock = await takeTurn(options);
  try {
    const hash = await hashSources(options.root);
    const stamp = await readStamp(options.root);
    const servers = [...new Set([...(stamp?.servers ?? []), options.dataDirectory])];
    if (stamp?.hash !== hash) {
      refuseWhileServed(servers, options.dataDirectory);
      await rm(stampFile(options.root), { force: true });
      await build(options, stamp === undefined);
    }
    await writeStamp(options.root, {
      hash,
      servers: stamp?.hash === hash ? servers : [options.dataDirectory],
    });
  } finally {
    lock.release();
  }
}

async function takeTurn({ root, holder, stopping, say }: Options): Promise<{ release: () => void }> {
  const folder = join(root, 'node_modules', '.cache', 'baijia-build');
  mkdirSync(folder, { recursive: true });
  for (let isWaiting = false; ; ) {
    stopping.throwIfAborted();
    const lock = takeFolder(folder, holder);
    if ('release' in lock) return lock;
    if (!isWaiting) say('Another copy is building the pages; waiting for it…');
    isWaiting = true;
    await sleep(200);
  }
}

/** A new build takes the files away that another copy is serving. */
function refuseWhileServed(servers: string[], ownFolder: string): void {
  for (const folder of servers.filter((server) => server !== ownFolder)) {
    const holder = findLiveHolder(folder);
    if (holder === undefined) continue;
    throw new StartError(
      `The sources have changed, and another copy (${holder.url}, process ${holder.pid}) is serving the old build from this folder: stop it first.`,
    );
  }
}

async function build({ root, stopping, say }: Options, isFirst: boolean): Promise<void> {
  say(
    isFirst
      ? 'Building the pages (first start only, about a minute)…'
      : 'Building the pages (they have changed)…',
  );
  const next = join(root, 'node_modules', 'next', 'dist', 'bin', 'next');
  const child = spawn(process.execPath, [next, 'build'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    signal: stopping,
  });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface(stream).on('line', (line) => {
      lines.push(line);
      if (/^\s*(Compiled|Finished|✓|Creating|Collecting|Generating|Running)/.test(line))
        say(`  ${line.trim()}`);
    });
  }
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null));
    child.once('close', resolve);
  });
  stopping.throwIfAborted();
  if (code !== 0) throw new StartError(`The pages could not be built:\n${lines.slice(-40).join('\n')}`);
}

function stampFile(root: string): string {
  return join(root, '.next', 'baijia-build.json');
}

async function readStamp(root: string): Promise<Stamp | undefined> {
  try {
    const value: Partial<Stamp> = JSON.parse(await readFile(stampFile(root), 'utf8'));
    return { hash: String(value.hash), servers: (value.servers ?? []).map(String) };
  } catch {
    return undefined;
  }
}

async function writeStamp(root: string, stamp: Stamp): Promise<void> {
  const file = stampFile(root);
  await writeFile(`${file}.new`, JSON.stringify(stamp));
  await rename(`${file}.new`, file);
}
