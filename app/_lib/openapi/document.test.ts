import { globSync } from 'node:fs';
import { join } from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, test } from 'vitest';
import { buildDocument } from '#app/_lib/openapi/build-document.ts';
import { allOperations } from '#app/_lib/operations/all-operations.ts';
import { methods } from '#app/_lib/operations/operation.ts';
import type { Route } from '#app/_lib/route.ts';
import en from '#messages/en.json' with { type: 'json' };

const document = buildDocument(en.api);

/** "GET /turns/{id}" of every method that a route file answers, with what it gives as its operation. */
async function listRoutes(): Promise<[string, unknown][]> {
  const files = globSync('app/api/v1/**/route.ts').filter((file) => !file.includes('[...'));
  const found = files.map(async (file): Promise<[string, unknown][]> => {
    const route: Route = await import(join(process.cwd(), file));
    const path = file
      .slice('app/api/v1'.length, -'/route.ts'.length)
      .replaceAll('[', '{')
      .replaceAll(']', '}');
    return methods.flatMap((method) =>
      route[method].operation ? [[`${method} ${path}`, route[method].operation]] : [],
    );
  });
  return (await Promise.all(found)).flat();
}

test('every route has an operation in app/_lib/operations, and every operation its route', async () => {
  const routes = new Map(await listRoutes());
  const operations = new Map<string, unknown>(
    allOperations.map((operation) => [`${operation.method} ${operation.path}`, operation]),
  );
  expect([...routes.keys()].toSorted()).toEqual([...operations.keys()].toSorted());
  for (const [address, operation] of routes) expect(operation, address).toBe(operations.get(address));
});

test('the document is a valid OpenAPI 3.1 document', async () => {
  const validator = new Validator();
  const { valid, errors } = await validator.validate(JSON.parse(JSON.stringify(document)));
  expect(errors).toBeUndefined();
  expect(valid).toBe(true);
  expect(validator.version).toBe('3.1');
});

test('every reference leads somewhere, and every operation and parameter has its words', () => {
  const references = JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g);
  for (const [, name = ''] of references) expect(document.components.schemas).toHaveProperty([name]);
  const ids = allOperations.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const described = Object.values(document.paths).flatMap((path) => Object.values(path));
  const nameless = described.flatMap(({ operationId, parameters = [] }) =>
    parameters.filter(({ description }) => !description).map(({ name }) => `${operationId} ${name}`),
  );
  // Words for a parameter are a line of `api.fields` in the messages.
  expect(nameless).toEqual([]);
});

test('whatever requests and answers hold has a name, so that its fields can be read in one place', () => {
  const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
  const nameless = operations.flatMap(({ operationId, requestBody, responses }) =>
    [requestBody, ...Object.values(responses)]
      .flatMap((described) => Object.values(described?.content ?? {}))
      .filter(({ schema }) => schema.properties ?? schema.items)
      .map(() => operationId),
  );
  // A name is a line in openapi/components.ts.
  expect(nameless).toEqual([]);
});

test('no schema of the document is empty', () => {
  const empty = Object.entries(document.components.schemas).filter(
    ([, schema]) => Object.keys(schema).length === 0,
  );
  expect(empty).toEqual([]);
  expect(JSON.stringify(document)).not.toContain('"schema":{}');
});

test('two numbers are a list of two, which every reader knows', () => {
  const { components } = JSON.parse(JSON.stringify(document));
  expect(components.schemas.BoardAgreement.properties.position.properties.interval).toEqual({
    type: 'array',
    items: { type: 'number' },
    minItems: 2,
    maxItems: 2,
  });
});

test('a file can be sent as the body or as the file of a form', () => {
  const { content = {} } = document.paths['/imports/{format}']?.post?.requestBody ?? {};
  expect(content['text/csv']).toEqual({ schema: { type: 'string' } });
  expect(content['multipart/form-data']).toEqual({ schema: { $ref: '#/components/schemas/FileForm' } });
  expect(document.components.schemas.FileForm?.properties).toHaveProperty('file.format', 'binary');
});
