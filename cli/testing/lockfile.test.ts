import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Package = { version?: string; link?: boolean; optionalDependencies?: Record<string, string> };

const lockfile: { packages: Record<string, Package> } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const packages = Object.entries(lockfile.packages);

/** Where Node would look for `name` from the package at `path`, nearest first. */
function placesOf(name: string, path: string): string[] {
  const places = [`node_modules/${name}`];
  let folder = '';
  for (const part of path === '' ? [] : path.split('/node_modules/')) {
    folder = folder === '' ? part : `${folder}/node_modules/${part}`;
    places.unshift(`${folder}/node_modules/${name}`);
  }
  return places;
}

test('the lockfile serves every system: it names each optional package that a package in it names', () => {
  const missing = packages.flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !placesOf(name, path).some((place) => place in lockfile.packages))
      .map((name) => `${name}, wanted by ${path}`),
  );
  expect(missing).toEqual([]);
});

// The oldest versions without a known hole that matters here.
test.each([
  ['next', '16.3.4'],
  ['react', '19.2.8'],
  ['react-dom', '19.2.8'],
  ['drizzle-orm', '0.45.2'],
])('%s is at least %s', (name, floor) => {
  const versions = packages
    .filter(([path]) => path === `node_modules/${name}` || path.endsWith(`/node_modules/${name}`))
    .map(([, { version = '0.0.0' }]) => version);
  expect(versions).not.toEqual([]);
  for (const version of versions) expect(compareVersions(version, floor), version).toBeGreaterThanOrEqual(0);
});

test('every direct dependency is pinned to one version', () => {
  const manifest: Record<'dependencies' | 'devDependencies', Record<string, string>> = JSON.parse(
    readFileSync('package.json', 'utf8'),
  );
  const loose = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
    .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    .map(([name]) => name);
  expect(loose).toEqual([]);
});

// .npmrc asks npm to leave them out: everyone installs from the registry of their own settings.
test('the lockfile names no place to download from', () => {
  expect(readFileSync('package-lock.json', 'utf8')).not.toContain('"resolved": "http');
});

function compareVersions(left: string, right: string): number {
  const numbers = (version: string) => (version.split('-')[0] ?? '').split('.').map(Number);
  const [a, b] = [numbers(left), numbers(right)];
  return [0, 1, 2].map((index) => (a[index] ?? 0) - (b[index] ?? 0)).find((gap) => gap !== 0) ?? 0;
}
