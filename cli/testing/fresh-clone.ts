import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { getFreePort } from '#cli/testing/spawn-start.ts';
import { getEnvironment } from '#lib/settings.ts';

// What a newcomer does: clone, npm ci, npm start, look, Ctrl-C. It shows what is committed, not the working tree.
const folder = mkdtempSync(join(tmpdir(), 'baijia-clone-'));
const clone = join(folder, 'baijia');
const port = await getFreePort();
const environment = newcomersEnvironment();

try {
  execFileSync('git', ['clone', '--quiet', '--no-hardlinks', join(import.meta.dirname, '..', '..'), clone]);
  execFileSync('npm', ['ci', '--prefer-offline', '--no-audit', '--no-fund'], {
    cwd: clone,
    env: environment,
    stdio: 'inherit',
  });
  await startAndStop();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Without what npm and this project's own programs on the search path would lend to it. */
function newcomersEnvironment(): NodeJS.ProcessEnv {
  const environment = { ...getEnvironment() };
  for (const name of Object.keys(environment)) {
    if (name === 'NODE_ENV' || /^npm_(?!config_registry)/i.test(name))
      Reflect.deleteProperty(environment, name);
  }
  const places = (environment.PATH ?? '').split(delimiter).filter((place) => !place.includes('node_modules'));
  return Object.assign(environment, { PATH: places.join(delimiter) });
}

async function startAndStop(): Promise<void> {
  const child = spawn('npm', ['start'], {
    cwd: clone,
    env: { ...environment, PORT: String(port), DATA_DIR: '.data' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  for await (const line of createInterface(child.stdout)) {
    console.log(line);
    if (line.includes('Baijia is ready')) break;
  }
  child.stdout.resume();
  for (const path of ['/api/v1/health/ready', '/', '/endpoints', '/results']) {
    const { status } = await fetch(`http://127.0.0.1:${port}${path}`);
    console.log(`${path}: ${status}`);
    if (status !== 200) process.exitCode = 1;
  }
  child.kill('SIGTERM');
  const code = await ended;
  console.log(`npm start ended with ${code}`);
  if (code !== 0) process.exitCode = 1;
}
