import { spawn } from 'node:child_process';
import { getEnvironment } from '#lib/settings.ts';

/** Runs a command of node_modules/.bin with its output shown. @returns whether it ended with 0. */
export async function runStep(
  name: string,
  command: string[],
  environment: Record<string, string> = {},
): Promise<boolean> {
  const start = performance.now();
  console.log(`\n== ${name}`);
  const [program = '', ...args] = command;
  const code = await new Promise<number | null>((resolve) => {
    const child = spawn(program, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...getEnvironment(), ...environment },
      shell: process.platform === 'win32',
    });
    child.once('error', (error) => {
      console.error(error.message);
      resolve(null);
    });
    child.once('close', resolve);
  });
  const seconds = Math.round((performance.now() - start) / 1_000);
  console.log(`== ${name}: ${code === 0 ? 'ok' : 'FAILED'} (${seconds} s)`);
  return code === 0;
}
