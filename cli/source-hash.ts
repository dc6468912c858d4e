import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What the pages are built from. A test keeps this list and the one below in step with the tree. */
export const sources = [
  'app',
  'components',
  'db',
  'i18n',
  'instrumentation-client.ts',
  'instrumentation.ts',
  'lib',
  'messages',
  'next.config.ts',
  'package-lock.json',
  'package.json',
  'postcss.config.mjs',
  'proxy.ts',
  'public',
  'tsconfig.json',
];

/** What may change without a new build. */
export const otherFiles = [
  '.ci',
  '.gitignore',
  '.npmrc',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'LICENSE',
  'README.md',
  'README.zh-CN.md',
  'bench',
  'biome.json',
  'cli',
  'docs',
  'drizzle.config.ts',
  'e2e',
  'playwright.config.ts',
  'vitest.config.ts',
];

/** One hash over the names and contents of all sources below `root`, tests left out. */
export async function hashSources(root: string): Promise<string> {
  const files = (await Promise.all(sources.map((name) => listFiles(root, name)))).flat().sort();
  const contents = await Promise.all(files.map((file) => readFile(join(root, file))));
  const hash = createHash('sha256');
  files.forEach((file, index) => {
    const content = contents[index] ?? Buffer.alloc(0);
    hash.update(`${file}\0${content.length}\0`).update(content);
  });
  return hash.digest('hex');
}

async function listFiles(root: string, name: string): Promise<string[]> {
  try {
    const entries = await readdir(join(root, name), { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOTDIR') return [name];
    if (code === 'ENOENT') return [];
    throw error;
  }
}
