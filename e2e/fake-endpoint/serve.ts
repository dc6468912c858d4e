import { startFakeEndpoint } from '#e2e/fake-endpoint/start-fake-endpoint.ts';

const { url } = await startFakeEndpoint({ port: Number(process.argv[2] ?? 0) });
process.stdout.write(`${url}\n`);
