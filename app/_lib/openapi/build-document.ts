import type { ZodType } from 'zod';
import { eventComponent } from '#app/_lib/openapi/components.ts';
import { errorsOf } from '#app/_lib/openapi/errors-of.ts';
import {
  componentSchemas,
  type Direction,
  type JsonSchema,
  toJsonSchema,
} from '#app/_lib/openapi/json-schema.ts';
import { allOperations } from '#app/_lib/operations/all-operations.ts';
import { type Content, json, type Operation, topics } from '#app/_lib/operations/operation.ts';
import { eventSchemas } from '#lib/arena/schema.ts';
import type { ErrorCode } from '#lib/errors.ts';
import type messages from '#messages/en.json';
import packageFile from '#package.json' with { type: 'json' };

/** What the document says in words, in one language. */
export type ApiWords = (typeof messages)['api'];

export type Parameter = {
  name: string;
  in: 'path' | 'query';
  required: boolean;
  description?: string;
  schema: JsonSchema;
};
type MediaTypes = Record<string, { schema: JsonSchema; 'x-events'?: Record<string, JsonSchema> }>;
type Answer = { description: string; content?: MediaTypes; headers?: object };

export type DescribedOperation = {
  operationId: string;
  tags: string[];
  summary: string;
  parameters?: Parameter[];
  requestBody?: { required: true; content: MediaTypes };
  responses: Record<string, Answer>;
};

/** The OpenAPI 3.1 document of the whole API. */
export function buildDocument(words: ApiWords) {
  const paths: Record<string, Record<string, DescribedOperation>> = {};
  for (const operation of allOperations) {
    const methods = paths[operation.path] ?? {};
    methods[operation.method.toLowerCase()] = describe(operation, words);
    paths[operation.path] = methods;
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Baijia',
      version: packageFile.version,
      description: `${words.intro} ${words.safety}`,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/api/v1' }],
    tags: topics.map((topic) => ({ name: topic, description: words.topics[topic] })),
    paths,
    components: { schemas: componentSchemas() },
  };
}

export type ApiDocument = ReturnType<typeof buildDocument>;

function describe(operation: Operation, words: ApiWords): DescribedOperation {
  const { id, topic, params, query, body, upload } = operation;
  const parameters = [...toParameters('path', params, words), ...toParameters('query', query, words)];
  const content = body ? json(body) : upload;
  return {
    operationId: id,
    tags: [topic],
    summary: words.operations[id],
    ...(parameters.length > 0 && { parameters }),
    ...(content && { requestBody: { required: true, content: toMediaTypes(content, 'input') } }),
    responses: { ...toAnswers(operation, words), ...toErrors(operation, words) },
  };
}

function toParameters(place: Parameter['in'], schema: ZodType | undefined, words: ApiWords): Parameter[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = toJsonSchema(schema, 'input');
  const fields: Record<string, string> = words.fields;
  return Object.entries(properties).map(([name, field]) => ({
    name,
    in: place,
    required: required.includes(name),
    ...(fields[name] !== undefined && { description: fields[name] }),
    schema: field,
  }));
}

function toAnswers({ answers }: Operation, words: ApiWords): Record<string, Answer> {
  return Object.fromEntries(
    Object.entries(answers).map(([status, content]) => [
      status,
      {
        description: words.answers[status as keyof typeof words.answers],
        ...(content && { content: toMediaTypes(content, 'output') }),
      },
    ]),
  );
}

function toMediaTypes(content: Content, direction: Direction): MediaTypes {
  return Object.fromEntries(
    Object.entries(content).map(([type, schema]) => [
      type,
      {
        schema: toJsonSchema(schema, direction),
        ...(type === 'text/event-stream' && { 'x-events': eventReferences() }),
      },
    ]),
  );
}

const eventReferences = () =>
  Object.fromEntries(
    Object.keys(eventSchemas).map((event) => [
      event,
      { $ref: `#/components/schemas/${eventComponent(event)}` },
    ]),
  );

const waits: readonly ErrorCode[] = ['unavailable', 'rate-limited'];
const retryAfter = { 'Retry-After': { schema: { type: 'integer' }, description: 's' } };

function toErrors(operation: Operation, words: ApiWords): Record<string, Answer> {
  return Object.fromEntries(
    [...errorsOf(operation)].map(([status, codes]) => [
      status,
      {
        description: codes.map((code) => `\`${code}\`: ${words.errors[code]}`).join(' '),
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
        ...(codes.some((code) => waits.includes(code)) && { headers: retryAfter }),
      },
    ]),
  );
}
