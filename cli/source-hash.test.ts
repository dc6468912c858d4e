import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hashSources, otherFiles, sources } from '#cli/source-hash.ts';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'baijia-hash-'));
  await mkdir(join(root, 'app', 'page'), { recursive: true });
  await writeFile(join(root, 'app', 'page', 'page.tsx'), 'one');
  await writeFile(join(root, 'package.json'), '{}');
});

afterEach(() => rm(root, { recursive: true, force: true }));

test('changes with a source, its name and a new one; not with a test or a document', async () => {
  const before = await hashSources(root);
  await writeFile(join(root, 'app', 'page', 'page.test.tsx'), 'a test');
  await writeFile(join(root, 'README.md'), 'words');
  expect(await hashSources(root)).toBe(before);

  await writeFile(join(root, 'app', 'page', 'page.tsx'), 'two');
  const changed = await hashSources(root);
  expect(changed).not.toBe(before);
  await writeFile(join(root, 'app', 'page', 'other.tsx'), '');
  expect(new Set([before, changed, await hashSources(root)]).size).toBe(3);
});

test('knows of everything in the tree whether the pages are built from it', () => {
  const tracked = execFileSync('git', ['ls-files'], { encoding: 'utf8' }).trim().split('\n');
  const names = new Set(tracked.map((file) => file.split('/')[0]));
  const known = new Set([...sources, ...otherFiles]);
  expect([...names].filter((name) => name !== undefined && !known.has(name))).toEqual([]);
});
