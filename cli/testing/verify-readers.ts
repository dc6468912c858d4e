/**
 * Loads exports of a seeded log with the real programs of Hugging Face and writes what they said to docs/readers.md.
 * With --trainers also with the loaders of LLaMA-Factory and Axolotl, which bring PyTorch: some 12 GB.
 * Needs Python 3.10 or newer and its package index. Run: npm run verify:readers [-- --trainers] [--venvs FOLDER]
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { closeDatabase, configureDatabase, getDatabaseUrl } from '#db/client.ts';
import { startEmbeddedServer } from '#db/embedded-server.ts';
import { migrateDatabase } from '#db/migrate.ts';
import { importRows } from '#db/queries/import-records.ts';
import { seedBallots } from '#db/testing/seed-ballots.ts';
import { exportFormatNames } from '#lib/preferences/export/format-names.ts';
import { documentedRecords } from '#lib/preferences/export/testing/sample-records.ts';
import { toReadRow } from '#lib/preferences/import/read-row.ts';
import { getEnvironment } from '#lib/settings.ts';

const root = join(import.meta.dirname, '../..');
/** More than a loader looks at before it settles what a column holds: what comes later has to fit as well. */
const seeded = 12_000;
const { values } = parseArgs({
  options: { venvs: { type: 'string' }, trainers: { type: 'boolean', default: false } },
});

type Line = { package: string; version: string } | { check: string; ok: boolean; found: string };

function run(program: string, args: string[]): string {
  const child = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (child.status === 0) return child.stdout;
  throw new Error(`${program} ${args.join(' ')} failed:\n${child.stdout}${child.stderr}`);
}

type Program = { name: string; title: string; note: string; installs: readonly (readonly string[])[] };

const programs: readonly Program[] = [
  {
    name: 'hugging-face',
    title: 'Hugging Face',
    note: "Without PyTorch: TRL's data steps need neither it nor a model. Its trainers would, and are not run.",
    installs: [
      ['datasets', 'transformers', 'jinja2'],
      ['--no-deps', 'trl', 'accelerate'],
    ],
  },
  {
    name: 'llama-factory',
    title: 'LLaMA-Factory',
    note: 'Installed whole with the versions it asks for; on a CPU.',
    // torchaudio refuses a PyTorch built for another CUDA, also where there is none; pip does not know of it.
    installs: [['llamafactory', 'torch==2.11.0', 'torchaudio==2.11.0', 'torchvision']],
  },
  {
    name: 'axolotl',
    title: 'Axolotl',
    note: 'Its loaders on a CPU, beside current versions of what they import: Axolotl pins others, and the rest of what it asks for (xformers, bitsandbytes, flash-linear-attention) is for GPUs.',
    installs: [
      ['datasets', 'transformers', 'jinja2', 'torch', 'peft', 'omegaconf', 'psutil', 'pyyaml', 'colorama'],
      ['addict', 'einops', 'scipy', 'requests', 'fire', 'pillow', 'av'],
      ['--no-deps', 'axolotl', 'trl', 'accelerate'],
    ],
  },
];

/** Each program in an environment of its own: they ask for different versions of the same packages. */
function ensurePython(folder: string, { installs }: Program): string {
  const python = join(folder, 'bin/python');
  if (!existsSync(python)) {
    run('python3', ['-m', 'venv', folder]);
    for (const packages of installs) run(python, ['-m', 'pip', 'install', '-q', ...packages]);
  }
  return python;
}

type Found = { program: Program; lines: readonly Line[]; isGood: boolean };

function verify(program: Program, exports: string): Found {
  console.log(`${program.title}…`);
  const script = join(import.meta.dirname, 'verify-readers.py');
  try {
    const python = ensurePython(join(values.venvs ?? folder, `venv-${program.name}`), program);
    const child = spawnSync(python, [script, exports, program.name], {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    const lines = child.stdout
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line): Line => JSON.parse(line));
    if (child.status !== 0) console.error(child.stderr);
    return { program, lines, isGood: child.status === 0 };
  } catch (error) {
    const words = (error instanceof Error ? error.message : String(error)).trim().split('\n').at(-1) ?? '';
    return { program, lines: [{ check: 'installation', ok: false, found: words }], isGood: false };
  }
}

async function writeExports(folder: string): Promise<void> {
  const server = await startEmbeddedServer({ folder: join(folder, 'database'), durable: false });
  try {
    await migrateDatabase(server.url);
    await configureDatabase({ url: server.url });
    await seedBallots({ ballots: seeded, endpoints: 5, until: new Date('2026-01-01T00:00:00Z') });
    await importRows(documentedRecords.map(toReadRow));
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

function toSection({ program, lines }: Found): string {
  const versions = lines.flatMap((line) => ('package' in line ? [`${line.package} ${line.version}`] : []));
  const rows = lines.flatMap((line) =>
    'check' in line
      ? [`| ${line.check} | ${line.ok ? 'yes' : 'NO'} | ${line.found.replaceAll('|', '\\|')} |`]
      : [],
  );
  return `## ${program.title}

${versions.join(', ')}. ${program.note}

| check | passed | found |
| --- | --- | --- |
${rows.join('\n')}
`;
}

function toReport(found: readonly Found[]): string {
  return `# What the real readers say

Written by \`npm run verify:readers -- --trainers\`: exports of a seeded log (${seeded} ballots and the documented examples)
as dataset folders, loaded by the programs themselves. The other formats are held to the documented fields by the JSON
Schemas in docs/formats.

${found.map(toSection).join('\n')}`;
}

const folder = mkdtempSync(join(tmpdir(), 'baijia-readers-'));
try {
  await writeExports(folder);
  const wanted = values.trainers ? programs : programs.slice(0, 1);
  const found = wanted.map((program) => verify(program, join(folder, 'exports')));
  const report = toReport(found);
  console.log(report);
  const isGood = found.every((one) => one.isGood);
  // The kept report is that of all programs.
  if (isGood && values.trainers) writeFileSync(join(root, 'docs/readers.md'), report);
  process.exitCode = isGood ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
