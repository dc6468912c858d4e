import { createServer, type RequestListener } from 'node:http';
import type { LookupFunction } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { localPolicy } from '#lib/endpoints/address-policy.ts';
import { guardedFetch, readLimited } from '#lib/endpoints/guarded-fetch.ts';
import { toNetworkFailure } from '#lib/endpoints/network-failure.ts';

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

async function serve(listener: RequestListener): Promise<{ url: string; port: number; seen: string[] }> {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url} ${request.headers.authorization ?? ''}`);
    listener(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stops.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { url: `http://127.0.0.1:${port}`, port, seen };
}

const resolvingTo =
  (...addresses: string[]): LookupFunction =>
  (_host, _options, callback) =>
    callback(
      null,
      addresses.map((address) => ({ address, family: 4 })),
    );

async function failureOf(promise: Promise<unknown>) {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  return toNetworkFailure(error, false);
}

describe('guardedFetch', () => {
  it.each([
    'http://169.254.169.254/latest/meta-data',
    'http://2852039166/',
    'http://0xa9fea9fe/',
    'http://0251.0376.0251.0376/',
    'http://[::ffff:169.254.169.254]/',
    'http://[fd00:ec2::254]/',
    'http://metadata.google.internal/',
    'file:///etc/passwd',
  ])('refuses %s', async (url) => {
    const failure = await failureOf(guardedFetch(url, {}, { policy: localPolicy }));
    expect(failure.code).toBe('blocked-address');
  });

  it('checks what a name resolves to when it connects', async () => {
    const { port, seen } = await serve((_request, response) => response.end('ok'));
    const url = `http://rebound.example:${port}/`;
    const ask = (policy: typeof localPolicy, lookup: LookupFunction) =>
      guardedFetch(url, {}, { policy, lookup });
    const publicOnly = { allowPrivate: false, allow: [] };
    expect((await failureOf(ask(publicOnly, resolvingTo('127.0.0.1')))).code).toBe('blocked-address');
    expect((await failureOf(ask(localPolicy, resolvingTo('169.254.169.254')))).code).toBe('blocked-address');
    expect(seen).toEqual([]);
    const mixed = await ask(localPolicy, resolvingTo('169.254.169.254', '127.0.0.1'));
    expect(await mixed.text()).toBe('ok');
    const excepted = await ask({ allowPrivate: false, allow: ['rebound.example'] }, resolvingTo('127.0.0.1'));
    expect(await excepted.text()).toBe('ok');
  });

  it('gives up on a name that never resolves', async () => {
    const never: LookupFunction = () => {};
    const failure = await failureOf(
      guardedFetch('http://slow.example/', {}, { policy: localPolicy, lookup: never, connectMs: 100 }),
    );
    expect(failure).toMatchObject({ code: 'connect-timeout', isRetryable: true });
  });

  it('follows redirects only when told, checking each hop, without credentials to another origin', async () => {
    const other = await serve((_request, response) => response.end('there'));
    const first = await serve((request, response) => {
      const location = request.url === '/evil' ? 'http://169.254.169.254/' : `${other.url}/there`;
      response.writeHead(302, { location }).end();
    });
    const init = { headers: { authorization: 'Bearer secret' } };
    expect((await failureOf(guardedFetch(first.url, init, { policy: localPolicy }))).code).toBe('redirected');
    expect(other.seen).toEqual([]);
    const response = await guardedFetch(first.url, init, { policy: localPolicy, maxRedirects: 1 });
    expect(await response.text()).toBe('there');
    expect(other.seen).toEqual(['GET /there ']);
    const evil = guardedFetch(`${first.url}/evil`, init, { policy: localPolicy, maxRedirects: 5 });
    expect((await failureOf(evil)).code).toBe('blocked-address');
  });

  it('refuses bodies and headers without end, also compressed ones', async () => {
    const { url } = await serve((request, response) => {
      if (request.url === '/headers') response.setHeader('x-long', 'x'.repeat(100_000)).end();
      else response.setHeader('content-encoding', 'gzip').end(gzipSync('0'.repeat(5_000_000)));
    });
    const response = await guardedFetch(url, {}, { policy: localPolicy });
    expect((await failureOf(readLimited(response, 1_000_000))).code).toBe('too-large');
    expect((await failureOf(guardedFetch(`${url}/headers`, {}, { policy: localPolicy }))).code).toBe(
      'bad-response',
    );
  });
});
