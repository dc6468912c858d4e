/**
 * Loads exports of a seeded log with the real programs of Hugging Face and writes what they said to docs/readers.md.
 * Needs Python 3.10 or newer and its package index. Run: npm run verify:readers [-- --venv FOLDER]
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { closeDatabase, configureDatabase, getDatabaseUrl } from '#db/client.ts';
import { startEmbeddedServer } from '#db/embedded-server.ts';
import { migrateDatabase } from '#db/migrate.ts';
import { importRecords } from '#db/queries/import-records.ts';
import { seedBallots } from '#db/testing/seed-ballots.ts';
import { exportFormatNames } from '#lib/preferences/export/format-names.ts';
import { documentedRecords } from '#lib/preferences/export/testing/sample-records.ts';
import { getEnvironment } from '#lib/settings.ts';

const root = join(import.meta.dirname, '../..');
const seeded = 2_000;
const { values } = parseArgs({ options: { venv: { type: 'string' } } });

type Line = { package: string; version: string } | { check: string; ok: boolean; found: string };

function run(program: string, args: string[]): string {
  const child = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (child.status === 0) return child.stdout;
  throw new Error(`${program} ${args.join(' ')} failed:\n${child.stdout}${child.stderr}`);
}

/** TRL's data steps need neither PyTorch nor a model; its trainers would, and are not run here. */
function ensurePython(folder: string): string {
  const python = join(folder, 'bin/python');
  if (!existsSync(python)) {
    console.log('Installing the readers…');
    run('python3', ['-m', 'venv', folder]);
    run(python, ['-m', 'pip', 'install', '-q', 'datasets', 'transformers', 'jinja2']);
    run(python, ['-m', 'pip', 'install', '-q', '--no-deps', 'trl', 'accelerate']);
  }
  return python;
}

async function writeExports(folder: string): Promise<void> {
  const server = await startEmbeddedServer({ folder: join(folder, 'database'), durable: false });
  try {
    await migrateDatabase(server.url);
    await configureDatabase({ url: server.url });
    await seedBallots({ ballots: seeded, endpoints: 5, until: new Date('2026-01-01T00:00:00Z') });
    await importRecords(documentedRecords);
    const env = { ...getEnvironment(), DATABASE_URL: getDatabaseUrl(), DATA_DIR: folder };
    for (const format of exportFormatNames) {
      const args = ['cli/baijia.ts', 'export', format, '--folder', join(folder, 'exports', format)];
      const child = spawnSync(process.execPath, args, { cwd: root, env, encoding: 'utf8' });
      if (child.status !== 0) throw new Error(child.stderr);
    }
  } finally {
    await closeDatabase();
    await server.stop();
  }
}

function toReport(lines: readonly Line[]): string {
  const versions = lines.flatMap((line) => ('package' in line ? [`${line.package} ${line.version}`] : []));
  const rows = lines.flatMap((line) =>
    'check' in line
      ? [`| ${line.check} | ${line.ok ? 'yes' : 'NO'} | ${line.found.replaceAll('|', '\\|')} |`]
      : [],
  );
  return `# What the real readers say

Written by \`npm run verify:readers\`: exports of a seeded log (${seeded} ballots and the documented examples) as dataset
folders, loaded by ${versions.join(', ')}, without PyTorch.

| check | passed | found |
| --- | --- | --- |
${rows.join('\n')}

Not run by this command: TRL's trainers, and the loaders of LLaMA-Factory and Axolotl, which need PyTorch. Their
formats are held to the documented fields by the JSON Schemas in docs/formats.
`;
}

const folder = mkdtempSync(join(tmpdir(), 'baijia-readers-'));
try {
  const python = ensurePython(values.venv ?? join(folder, 'venv'));
  await writeExports(folder);
  const script = join(import.meta.dirname, 'verify-readers.py');
  const child = spawnSync(python, [script, join(folder, 'exports')], { encoding: 'utf8' });
  const lines = child.stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line): Line => JSON.parse(line));
  const report = toReport(lines);
  console.log(report);
  if (child.status !== 0) console.error(child.stderr);
  else writeFileSync(join(root, 'docs/readers.md'), report);
  process.exitCode = child.status ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
