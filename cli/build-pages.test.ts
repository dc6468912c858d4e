import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ensureBuild } from '#cli/build-pages.ts';
import { takeFolder } from '#cli/folder-lock.ts';

// The bundler's place is taken by a program that notes each run: what is tested is when it runs.
const bundler = `
const { appendFileSync, existsSync, mkdirSync } = require('node:fs');
mkdirSync('.next', { recursive: true });
appendFileSync('runs', 'run\\n');
if (existsSync('broken')) { console.error('Module not found'); process.exit(1); }
if (existsSync('slow')) setInterval(() => {}, 1000);
`;

let root: string;
let lines: string[];

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'baijia-build-'));
  lines = [];
  await mkdir(join(root, 'app'));
  await mkdir(join(root, 'node_modules', 'next', 'dist', 'bin'), { recursive: true });
  await writeFile(join(root, 'node_modules', 'next', 'dist', 'bin', 'next'), bundler);
  await writeFile(join(root, 'app', 'page.tsx'), 'one');
});

afterEach(() => rm(root, { recursive: true, force: true }));

const dataFolder = (name: string) => join(root, name);

function build(name = 'data', stopping = new AbortController().signal): Promise<void> {
  const holder = { pid: process.pid, url: `http://${name}` };
  const say = (line: string) => lines.push(line);
  return ensureBuild({ root, dataDirectory: dataFolder(name), holder, stopping, say });
}

async function countRuns(): Promise<number> {
  const text = await readFile(join(root, 'runs'), 'utf8').catch(() => '');
  return text.split('run').length - 1;
}

test('builds once, and again only after a change', async () => {
  await build();
  await build();
  await build('other-data');
  expect(await countRuns()).toBe(1);
  await writeFile(join(root, 'app', 'page.tsx'), 'two');
  await build();
  expect(await countRuns()).toBe(2);
});

test('builds once for copies that start together', async () => {
  await Promise.all([build('a'), build('b'), build('c')]);
  expect(await countRuns()).toBe(1);
  expect(lines.join('\n')).toContain('Another copy is building');
});

test('builds again what was cut short', async () => {
  await writeFile(join(root, 'slow'), '');
  const stop = new AbortController();
  const cut = build('data', stop.signal);
  while ((await countRuns()) === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  stop.abort();
  await expect(cut).rejects.toThrow();
  await rm(join(root, 'slow'));
  await build();
  expect(await countRuns()).toBe(2);
});

test('repeats the words of a build that failed, and tries again', async () => {
  await writeFile(join(root, 'broken'), '');
  await expect(build()).rejects.toThrow('Module not found');
  await rm(join(root, 'broken'));
  await build();
  expect(await countRuns()).toBe(2);
});

test('does not build over the files that another copy is serving', async () => {
  await build('running');
  const lock = takeFolder(dataFolder('running'), { pid: 4711, url: 'http://127.0.0.1:3000' });
  if (!('release' in lock)) throw new Error('was taken');
  await build('second');
  await writeFile(join(root, 'app', 'page.tsx'), 'two');
  await expect(build('second')).rejects.toThrow('another copy (http://127.0.0.1:3000, process 4711)');
  lock.release();
  await build('second');
  expect(await countRuns()).toBe(2);
});
