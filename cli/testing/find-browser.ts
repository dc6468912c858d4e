import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from '@playwright/test';

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Chromium's own sandbox does not work for root. */
export const browserArguments = [
  '--disable-background-networking',
  '--disable-gpu',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/**
 * A Chromium that starts on this machine: Playwright's, else one that is installed, else Playwright's
 * download, else Debian's package.
 * @returns the path of its program.
 */
export async function findBrowser(say: (line: string) => void): Promise<string> {
  const present = await firstThatStarts([chromium.executablePath(), ...usualPlaces]);
  if (present !== undefined) return present;
  for (const [line, command] of waysToInstall()) {
    say(line);
    const [program = '', ...args] = command;
    spawnSync(program, args, { stdio: 'inherit' });
    const installed = await firstThatStarts([chromium.executablePath(), ...usualPlaces]);
    if (installed !== undefined) return installed;
  }
  throw new Error(
    'The browser tests need a Chromium, and none could be found or installed. Install Chromium or Chrome (Debian: apt-get install chromium), then run npm test again.',
  );
}

function waysToInstall(): [string, string[]][] {
  const playwright = createRequire(import.meta.url).resolve('@playwright/test/cli');
  const download: [string, string[]] = [
    'Fetching a Chromium for the browser tests…',
    [process.execPath, playwright, 'install', 'chromium'],
  ];
  if (!existsSync('/usr/bin/apt-get')) return [download];
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const environment = ['env', 'DEBIAN_FRONTEND=noninteractive'];
  return [
    download,
    ['Reading the list of packages…', [...asRoot, 'apt-get', 'update', '-q']],
    [
      'Installing Chromium from the system…',
      [...asRoot, ...environment, 'apt-get', 'install', '-y', '-q', '--no-install-recommends', 'chromium'],
    ],
  ];
}

async function firstThatStarts(paths: string[]): Promise<string | undefined> {
  for (const path of paths) {
    if (existsSync(path) && (await doesStart(path))) return path;
  }
  return undefined;
}

async function doesStart(executablePath: string): Promise<boolean> {
  try {
    const browser = await chromium.launch({ executablePath, args: browserArguments });
    await browser.close();
    return true;
  } catch {
    return false;
  }
}
