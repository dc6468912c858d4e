import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tarEnd, tarHeader, tarPadding } from '#lib/preferences/export/tar.ts';

const files = {
  'set/README.md': 'words\n',
  'set/data/empty.jsonl': '',
  'set/data/full.jsonl': 'x'.repeat(1024),
};

test('the system’s tar unpacks it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'baijia-tar-'));
  try {
    const pieces = Object.entries(files).flatMap(([path, text]) => [
      tarHeader(path, text.length),
      Buffer.from(text),
      tarPadding(text.length),
    ]);
    const archive = join(folder, 'set.tar');
    writeFileSync(archive, Buffer.concat([...pieces, tarEnd()]));
    expect(spawnSync('tar', ['-xf', archive, '-C', folder], { encoding: 'utf8' })).toMatchObject({
      status: 0,
      stderr: '',
    });
    for (const [path, text] of Object.entries(files)) {
      expect(readFileSync(join(folder, path), 'utf8')).toBe(text);
      expect(statSync(join(folder, path)).mode & 0o777).toBe(0o644);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
