import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

// Every other file of this folder (but the relay) measures one promise and ends with 0 when it is kept.
const isBenchmark = (name: string) => /^(?!run-all|report-|relay|seeded-).*\.ts$/.test(name);
const files = readdirSync(import.meta.dirname).filter(isBenchmark);
const broken = files.sort().filter((name) => {
  console.log(`\n== ${name}`);
  return spawnSync(process.execPath, [join(import.meta.dirname, name)], { stdio: 'inherit' }).status !== 0;
});
console.log(broken.length === 0 ? '\nEvery promise is kept.' : `\nNot kept: ${broken.join(', ')}`);
process.exitCode = broken.length === 0 ? 0 : 1;
