import type { ApiWalker, Input } from '#cli/testing/api-walker.ts';

const unknown = 'notAField';
const nobody = '01980000-0000-7000-8000-000000000000';
const megabyte = 1024 * 1024;

/** Sends every operation what it must refuse, made from the request that it took. */
export async function refuseEverywhere(walker: ApiWalker): Promise<void> {
  for (const [operationId, input] of walker.examples) {
    await refuseUnknownFields(walker, operationId, input);
    await refuseBodies(walker, operationId, input);
    await refuseStrangers(walker, operationId, input);
    await refuseOtherPlaces(walker, operationId, input);
    await refuseOtherMethods(walker, operationId, input);
  }
}

async function refuseUnknownFields(walker: ApiWalker, operationId: string, input: Input): Promise<void> {
  const refusal = { status: 400, code: 'invalid-request', field: unknown };
  await walker.refuse(operationId, { ...input, query: { ...input.query, [unknown]: '1' } }, refusal);
  if (input.body === undefined) return;
  await walker.refuse(operationId, { ...input, body: { ...input.body, [unknown]: 1 } }, refusal);
}

async function refuseBodies(walker: ApiWalker, operationId: string, input: Input): Promise<void> {
  if (!walker.operations.get(operationId)?.described.requestBody) return;
  const { body, file, ...rest } = input;
  const text = file?.text ?? JSON.stringify(body);
  const plain = { ...rest, file: { type: 'text/plain', text } };
  await walker.refuse(operationId, plain, { status: 415, code: 'unsupported-media-type' });
  if (body === undefined) return;
  const large = { ...input, body: { ...body, [unknown]: 'x'.repeat(megabyte) } };
  await walker.refuse(operationId, large, { status: 413, code: 'too-large' });
}

/** What changes something is refused to pages of other sites. */
async function refuseStrangers(walker: ApiWalker, operationId: string, input: Input): Promise<void> {
  if (walker.operations.get(operationId)?.method === 'GET') return;
  const headers = { ...input.headers, origin: 'https://elsewhere.example' };
  await walker.refuse(operationId, { ...input, headers }, { status: 403, code: 'forbidden' });
}

async function refuseOtherPlaces(walker: ApiWalker, operationId: string, input: Input): Promise<void> {
  for (const name of Object.keys(input.path ?? {})) {
    const path = { ...input.path, [name]: name === 'format' ? 'no-such-format' : nobody };
    await walker.refuse(operationId, { ...input, path }, { status: 404, code: 'not-found' });
  }
}

async function refuseOtherMethods(walker: ApiWalker, operationId: string, { path }: Input): Promise<void> {
  const address = walker.operations.get(operationId)?.path ?? '';
  const taken = Object.keys(walker.document.paths[address] ?? {});
  const others = ['get', 'post', 'put', 'patch', 'delete'].filter((method) => !taken.includes(method));
  for (const method of others) {
    const refusal = { status: 405, code: 'method-not-allowed', method: method.toUpperCase() };
    await walker.refuse(operationId, path === undefined ? {} : { path }, refusal);
  }
}
