import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Count, countPlaywright, countVitest } from '#cli/testing/count-results.ts';
import { runStep } from '#cli/testing/run-step.ts';

const reports = mkdtempSync(join(tmpdir(), 'baijia-test-'));
const report = (name: string) => join(reports, `${name}.json`);
const vitest = (...projects: string[]) => [
  'vitest',
  'run',
  ...projects.map((project) => `--project=${project}`),
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report(projects.join('-'))}`,
];

type Step = { name: string; command: string[]; environment?: Record<string, string>; count?: () => Count };

// The pages are built before the steps that start the program, so that none of them waits for it.
const steps: Step[] = [
  { name: 'Types: routes', command: ['next', 'typegen'] },
  { name: 'Types', command: ['tsc', '--noEmit'] },
  { name: 'Lint', command: ['biome', 'check', '--error-on-warnings', '.'] },
  {
    name: 'Unit and database tests',
    command: vitest('unit', 'database'),
    count: () => countVitest(report('unit-database')),
  },
  { name: 'Production build', command: ['node', 'cli/build.ts'] },
  { name: 'The program, started', command: vitest('process'), count: () => countVitest(report('process')) },
  {
    name: 'Browser tests',
    command: ['playwright', 'test', '--reporter=list,json'],
    environment: { PLAYWRIGHT_JSON_OUTPUT_FILE: report('playwright') },
    count: () => countPlaywright(report('playwright')),
  },
  { name: 'Start from a fresh clone', command: ['node', 'cli/testing/fresh-clone.ts'] },
];

const total: Count = { passed: 0, failed: 0, skipped: 0 };
const failedSteps: string[] = [];
for (const { name, command, environment, count } of steps) {
  const isGood = await runStep(name, command, environment);
  const counted = count?.() ?? { passed: isGood ? 1 : 0, failed: 0, skipped: 0 };
  // A runner that fails without a failed test has crashed: that is a failure too.
  if (!isGood && counted.failed === 0) counted.failed = 1;
  total.passed += counted.passed;
  total.failed += counted.failed;
  total.skipped += counted.skipped;
  if (!isGood) failedSteps.push(name);
}
rmSync(reports, { recursive: true, force: true });
console.log(failedSteps.length === 0 ? '' : `\nFailed: ${failedSteps.join(', ')}`);
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed === 0 ? 0 : 1;
