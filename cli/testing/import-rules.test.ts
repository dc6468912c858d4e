import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

// One planted import for each rule of who may import whom; lint must refuse each.
const refused: [folder: string, imported: string][] = [
  ['lib/arena', '#app/_lib/route.ts'],
  ['lib/arena', '#components/ui/button.tsx'],
  ['lib/arena', '#db/client.ts'],
  ['lib/arena', '#cli/start.ts'],
  ['lib/arena', 'react'],
  ['lib/arena', 'next/server'],
  ['lib/arena', 'drizzle-orm'],
  ['lib/arena', 'postgres'],
  ['lib/arena', 'ai'],
  ['lib/arena', '@ai-sdk/openai'],
  ['lib/arena', '../errors.ts'],
  ['lib/endpoints', '#db/client.ts'],
  ['lib/endpoints', 'react'],
  ['db', '#app/_lib/route.ts'],
  ['db', '#cli/start.ts'],
  ['db', '#components/ui/button.tsx'],
  ['db', 'next/server'],
  ['db', 'ai'],
  ['components/judge', '#app/_lib/route.ts'],
  ['components/judge', '#db/client.ts'],
  ['components/judge', 'drizzle-orm'],
  ['cli', '#app/_lib/route.ts'],
  ['cli', '#components/ui/button.tsx'],
  ['app', '#cli/start.ts'],
  ['app', 'drizzle-orm'],
  ['app', '@ai-sdk/openai'],
  ['e2e', '#app/_lib/route.ts'],
  ['e2e', '#components/ui/button.tsx'],
  ['e2e', '#db/client.ts'],
];

const allowed: [folder: string, imported: string][] = [
  ['app', '#lib/errors.ts'],
  ['components/judge', '#lib/errors.ts'],
  ['db', '#lib/errors.ts'],
  ['cli', '#db/client.ts'],
  ['lib/endpoints', 'ai'],
];

// And one planted line for some rules of style.
const style: [rule: string, source: string][] = [
  ['noProcessEnv', 'export const port = process.env.PORT;\n'],
  ['noConsole', "console.log('x');\n"],
  ['noExplicitAny', 'export const x = (y: any) => y;\n'],
  ['noNonNullAssertion', 'export const x = (y?: string) => y!;\n'],
  ['noDefaultExport', 'export default 1;\n'],
];

// Each way to call another server past the guard, in each layer that might try.
const calls = [
  "import { request } from 'node:http';\nrequest('http://x');\n",
  "import { get } from 'node:https';\nget('https://x');\n",
  "import { connect } from 'node:net';\nconnect(80, 'x');\n",
  "import { connect } from 'node:tls';\nconnect(443, 'x');\n",
  "import http2 from 'node:http2';\nhttp2.connect('http://x');\n",
  "import dgram from 'node:dgram';\ndgram.createSocket('udp4');\n",
  "import { request } from 'undici';\nawait request('http://x');\n",
  "await fetch('http://x');\n",
  "new WebSocket('ws://x');\n",
  "new EventSource('http://x');\n",
];
const callingFolders = ['app/api', 'app/_lib', 'db', 'cli', 'lib/arena', 'lib/endpoints'];
const plantedCalls = callingFolders.flatMap((folder) =>
  calls.map((source, index) => ({ path: `${folder}/call-${index}.ts`, source })),
);

const sourceOf = (imported: string) => `import { x } from '${imported}';\nx();\n`;
const planted = [
  ...refused.map(([folder, imported], index) => ({
    path: `${folder}/refused-${index}.ts`,
    source: sourceOf(imported),
  })),
  ...allowed.map(([folder, imported], index) => ({
    path: `${folder}/allowed-${index}.ts`,
    source: sourceOf(imported),
  })),
  ...style.map(([, source], index) => ({ path: `lib/style-${index}.ts`, source })),
  ...plantedCalls,
];

let tree: string;
let rulesByPath: Map<string, string[]>;

// The planted files stand in a tree of their own under the project's rules, out of everybody's way.
beforeAll(() => {
  tree = mkdtempSync(join(tmpdir(), 'baijia-planted-'));
  for (const file of ['biome.json', '.gitignore', 'package.json']) copyFileSync(file, join(tree, file));
  for (const { path, source } of planted) {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), source);
  }
  const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');
  const result = spawnSync(
    process.execPath,
    [biome, 'lint', '--reporter=json', '--max-diagnostics=none', '.'],
    {
      cwd: tree,
      encoding: 'utf8',
    },
  );
  const report: { diagnostics: { category: string; location: { path: string } }[] } = JSON.parse(
    result.stdout,
  );
  rulesByPath = new Map(planted.map(({ path }) => [path, []]));
  for (const { category, location } of report.diagnostics) rulesByPath.get(location.path)?.push(category);
});

afterAll(() => rmSync(tree, { recursive: true, force: true }));

test.each(refused)('lint refuses, in %s, an import of %s', (folder, imported) => {
  const index = refused.findIndex((one) => one[0] === folder && one[1] === imported);
  expect(rulesByPath.get(`${folder}/refused-${index}.ts`)).toContain('lint/style/noRestrictedImports');
});

test.each(allowed)('lint allows, in %s, an import of %s', (folder, imported) => {
  const index = allowed.findIndex((one) => one[0] === folder && one[1] === imported);
  expect(rulesByPath.get(`${folder}/allowed-${index}.ts`)).not.toContain('lint/style/noRestrictedImports');
});

test.each(style)('lint refuses what %s names', (rule) => {
  const index = style.findIndex((one) => one[0] === rule);
  expect(rulesByPath.get(`lib/style-${index}.ts`)?.join(' ')).toContain(rule);
});

test.each(plantedCalls)('lint refuses to call past the guard: $path', ({ path }) => {
  const rules = rulesByPath.get(path) ?? [];
  const guards = ['lint/style/noRestrictedImports', 'lint/style/noRestrictedGlobals'];
  expect(rules.some((rule) => guards.includes(rule))).toBe(true);
});
