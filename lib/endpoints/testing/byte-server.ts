import { createServer } from 'node:http';
import { type Answer, type AskFakeOptions, askFake } from '#lib/endpoints/testing/ask-fake.ts';

export type ByteServer = {
  /** Streams these bytes over HTTP, cut where the numbers say, and reads them as an answer. */
  ask: (bytes: Uint8Array, cuts?: readonly number[], options?: AskFakeOptions) => Promise<Answer>;
  stop: () => void;
};

/** A model server that says exactly what it is told to. For tests. */
export async function startByteServer(): Promise<ByteServer> {
  const scripts = new Map<string, Uint8Array[]>();
  let next = 0;
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const packets = scripts.get(JSON.parse(body).model) ?? [];
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    for (const packet of packets) {
      response.write(packet);
      await new Promise(setImmediate);
    }
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/v1`;
  return {
    ask: async (bytes, cuts = [], options = {}) => {
      next += 1;
      const model = String(next);
      const places = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((a, b) => a - b);
      const packets = [0, ...places].map((from, index) =>
        bytes.subarray(from, places[index] ?? bytes.length),
      );
      scripts.set(
        model,
        packets.filter((packet) => packet.length > 0),
      );
      const answer = await askFake({ url }, model, options);
      scripts.delete(model);
      return answer;
    },
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
