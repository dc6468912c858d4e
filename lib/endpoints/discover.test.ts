import { createServer } from 'node:http';
import { describe, expect, it } from 'vitest';
import { startFakeEndpoint } from '#e2e/fake-endpoint/start-fake-endpoint.ts';
import { discoverEndpoints, discoverLocalServers } from '#lib/endpoints/discover.ts';
import { discoveredEndpointSchema } from '#lib/endpoints/schema.ts';

/** A server on a free port that gives every request the same answer; null: it never answers. */
async function serve(body: string | null, type = 'application/json', status = 200) {
  const server = createServer((_request, response) => {
    if (body !== null) response.writeHead(status, { 'content-type': type }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    port,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

describe('discovery', () => {
  it('finds a model server and lists its models', async () => {
    const fake = await startFakeEndpoint();
    const [found, ...others] = await discoverLocalServers([{ provider: 'Ollama', port: fake.port }]);
    await fake.stop();
    expect(others).toEqual([]);
    expect(discoveredEndpointSchema.parse(found)).toMatchObject({ provider: 'Ollama', baseUrl: fake.url });
    expect(found?.models).toContain('echo');
  });

  it('names the server by what it says about itself', async () => {
    const body = JSON.stringify({
      object: 'list',
      data: [{ id: 'm', object: 'model', owned_by: 'llamacpp' }],
    });
    const server = await serve(body);
    const [found] = await discoverLocalServers([{ provider: 'vLLM', port: server.port }]);
    server.stop();
    expect(found?.provider).toBe('llama.cpp');
  });

  it.each([
    ['a web page', '<html><title>Hello</title></html>', 'text/html', 200],
    [
      'an API of something else',
      '{"data":[{"id":"1","name":"order"}],"nextCursor":null,"object":"page"}',
      'application/json',
      404,
    ],
    ['an empty list of something else', '{"data":[],"nextCursor":null}', 'application/json', 200],
    [
      'a list of other things',
      '{"object":"list","data":[{"id":"x","object":"file"}]}',
      'application/json',
      200,
    ],
    ['a refusal', '{"error":{"code":"not-found","message":"no"}}', 'application/json', 404],
    ['silence', null, 'application/json', 200],
  ])('does not take %s for a model server', async (_what, body, type, status) => {
    const server = await serve(body, type, status);
    expect(await discoverLocalServers([{ provider: 'vLLM', port: server.port }])).toEqual([]);
    server.stop();
  });

  it('offers presets for the keys that are set, never the keys', async () => {
    const environment = {
      DEEPSEEK_API_KEY: 'sk-verysecret',
      OPENAI_API_KEY: ' ',
      GOOGLE_API_KEY: 'AIzaSecret',
    };
    const found = await discoverEndpoints(environment, []);
    expect(found.map(({ provider, keyVariable }) => [provider, keyVariable])).toEqual([
      ['Google Gemini', 'GOOGLE_API_KEY'],
      ['DeepSeek', 'DEEPSEEK_API_KEY'],
    ]);
    expect(JSON.stringify(found)).not.toMatch(/verysecret|AIzaSecret/);
    for (const endpoint of found) expect(() => discoveredEndpointSchema.parse(endpoint)).not.toThrow();
  });
});
