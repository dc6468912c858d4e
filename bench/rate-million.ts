/**
 * Promise: one million battles as JSON Lines, from file to table, in at most 3 s and 300 MB.
 * Baseline in the same run: reading the whole file, splitting it and JSON.parse of every line, nothing else.
 * Run: node bench/rate-million.ts
 */
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { sigma } from '#lib/rating/bradley-terry.ts';
import { seededRandom } from '#lib/rating/random.ts';

const BATTLES = 1_000_000;
const MODELS = 100;

type Form = {
  name: string;
  open: string;
  row: (battle: Record<string, unknown>, index: number) => string;
  close: string;
};

const forms: Form[] = [
  { name: 'jsonl', open: '', row: (battle) => `${JSON.stringify(battle)}\n`, close: '' },
  {
    name: 'json',
    open: '[',
    row: (battle, index) => `${index === 0 ? '' : ',\n'}${JSON.stringify(battle)}`,
    close: ']\n',
  },
  {
    name: 'csv',
    open: 'question_id,model_a,model_b,winner,judge,turn,language,tstamp\n',
    row: (battle) => `${Object.values(battle).join(',')}\n`,
    close: '',
  },
];

async function write(path: string, form: Form): Promise<void> {
  const random = seededRandom(7);
  const file = createWriteStream(path);
  let text = form.open;
  for (let index = 0; index < BATTLES; index++) {
    const a = Math.floor(random() * MODELS);
    const b = (a + 1 + Math.floor(random() * (MODELS - 1))) % MODELS;
    const draw = random();
    const wins = draw < 0.25 ? 'tie' : draw < 0.35 ? 'both_bad' : '';
    const winner = wins || (random() < sigma((b - a) / 40) ? 'model_a' : 'model_b');
    const battle = {
      question_id: random().toString(16).slice(2).padEnd(14, '0'),
      model_a: `maker-${a % 12}/model-${a}-instruct`,
      model_b: `maker-${b % 12}/model-${b}-instruct`,
      winner,
      judge: `arena_user_${Math.floor(random() * 50_000)}`,
      turn: 1,
      language: 'English',
      tstamp: 1_700_000_000 + index,
    };
    text += form.row(battle, index);
    if (text.length > 4_000_000) {
      if (!file.write(text)) await once(file, 'drain');
      text = '';
    }
  }
  file.end(text + form.close);
  await finished(file);
}

function measure(args: string[]) {
  const start = performance.now();
  const child = spawnSync(process.execPath, ['--import', './bench/report-usage.ts', ...args], {
    encoding: 'utf8',
  });
  const seconds = (performance.now() - start) / 1000;
  if (child.status !== 0) throw new Error(child.stderr);
  const usage = JSON.parse(/^usage (.*)$/m.exec(child.stderr)?.[1] ?? '{}');
  return { seconds, peakMb: Number(usage.peakMb), output: child.stdout };
}

const folder = mkdtempSync(join(tmpdir(), 'baijia-bench-'));
try {
  let hasFailed = false;
  for (const form of forms) {
    const path = join(folder, `battles.${form.name}`);
    await write(path, form);
    const naive = `const fs = require('fs'); for (const line of fs.readFileSync(${JSON.stringify(path)}, 'utf8').split('\\n')) if (line) JSON.parse(line)`;
    const baseline = form.name === 'jsonl' ? measure(['-e', naive]) : undefined;
    const runs = [1, 2, 3].map(() => measure(['cli/baijia.ts', 'rate', path]));
    const seconds = Math.min(...runs.map((run) => run.seconds));
    const peakMb = Math.max(...runs.map((run) => run.peakMb));
    const megabytes = statSync(path).size / 1e6;
    console.log(
      `${form.name}: ${BATTLES} battles, ${megabytes.toFixed(0)} MB, file to table ${seconds.toFixed(2)} s ` +
        `(${runs.map((run) => run.seconds.toFixed(2)).join(', ')}), peak ${peakMb.toFixed(0)} MB`,
    );
    if (baseline) {
      console.log(
        `  read, split and JSON.parse alone: ${baseline.seconds.toFixed(2)} s, ${baseline.peakMb.toFixed(0)} MB; ` +
          `ratio ${(seconds / baseline.seconds).toFixed(2)} of the time, ${(peakMb / baseline.peakMb).toFixed(2)} of the memory`,
      );
      if (seconds > 3 || peakMb > 300) hasFailed = true;
    }
    rmSync(path);
  }
  console.log(hasFailed ? 'FAILED: promised 3 s and 300 MB' : 'ok: within 3 s and 300 MB');
  process.exitCode = hasFailed ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
