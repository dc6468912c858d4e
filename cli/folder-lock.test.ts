import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findLiveHolder, takeFolder } from '#cli/folder-lock.ts';

let folder: string;
const me = { pid: process.pid, url: 'http://127.0.0.1:3000' };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'baijia-lock-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

test('is held by one and free again after its release', () => {
  const lock = takeFolder(folder, me);
  if (!('release' in lock)) throw new Error('was taken');
  expect(takeFolder(folder, { ...me, pid: 1 })).toEqual({ heldBy: me });
  expect(findLiveHolder(folder)).toEqual(me);
  lock.release();
  expect(findLiveHolder(folder)).toBeUndefined();
  expect('release' in takeFolder(folder, me)).toBe(true);
});

test('is the same lock by whatever path', async () => {
  const link = `${folder}-link`;
  await symlink(folder, link);
  expect('release' in takeFolder(folder, me)).toBe(true);
  expect(takeFolder(link, me)).toEqual({ heldBy: me });
  await rm(link);
});

test('ends with a process that is killed, whatever it wrote and whoever gets its number', async () => {
  const script = `
    import { takeFolder } from '#cli/folder-lock.ts';
    globalThis.lock = takeFolder(${JSON.stringify(folder)}, { pid: process.pid, url: 'http://127.0.0.1:4000' });
    console.log('taken');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  expect(takeFolder(folder, me)).toEqual({ heldBy: { pid: child.pid, url: 'http://127.0.0.1:4000' } });
  child.kill('SIGKILL');
  await once(child, 'exit');
  await writeFile(join(folder, 'instance.json'), JSON.stringify(me));
  expect('release' in takeFolder(folder, me)).toBe(true);
});
