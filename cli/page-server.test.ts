import { once } from 'node:events';
// biome-ignore lint/style/noRestrictedImports: plays a client of the program
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { listen } from '#cli/page-server.ts';
import { getFreePort } from '#cli/testing/spawn-start.ts';

const host = '127.0.0.1';

test('names a taken port', async () => {
  const port = await getFreePort();
  const first = await listen({ host, port });
  await expect(listen({ host, port })).rejects.toThrow(`Port ${port} on 127.0.0.1 is taken`);
  await first.close();
});

test('says that it is starting, and to whom it does not speak', async () => {
  const port = await getFreePort();
  const server = await listen({ host, port });
  const page = await fetch(`http://${host}:${port}/`);
  expect([page.status, page.headers.get('retry-after')]).toEqual([503, '2']);
  expect(await page.text()).toContain('正在启动');
  const api = await fetch(`http://${host}:${port}/api/v1/health/ready`);
  expect(await api.json()).toEqual({ error: { code: 'unavailable', message: 'Baijia is starting.' } });

  // fetch does not let a Host header through.
  const foreign = connect(port, host);
  foreign.write('GET / HTTP/1.1\r\nHost: rebound.example\r\n\r\n');
  const [answer] = await once(foreign, 'data');
  expect(String(answer)).toContain('403 Forbidden');
  const echo = connect(port, host);
  echo.write('TRACE / HTTP/1.1\r\nHost: localhost\r\n\r\n');
  const [refusal] = await once(echo, 'data');
  expect(String(refusal)).toContain('405 Method Not Allowed');
  echo.destroy();
  await server.close();
});

test('closes although somebody holds a connection and says nothing', async () => {
  const port = await getFreePort();
  const server = await listen({ host, port });
  const socket = connect(port, host);
  await new Promise<void>((resolve) => socket.once('connect', () => resolve()));
  socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n');
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  socket.on('error', () => {});
  await server.close();
  await closed;
});
