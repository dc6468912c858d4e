import { z } from 'zod';
import { events, inputs, outputs } from '#app/_lib/openapi/components.ts';

/** A JSON Schema (draft 2020-12) as this program makes them. */
export type JsonSchema = {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  prefixItems?: JsonSchema[];
  additionalProperties?: boolean | JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  default?: unknown;
  format?: string;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  description?: string;
};

export type Direction = 'input' | 'output';
type Override = NonNullable<NonNullable<Parameters<typeof z.toJSONSchema>[1]>['override']>;

const registries = { input: z.registry<{ id: string }>(), output: z.registry<{ id: string }>() };
for (const [id, schema] of Object.entries(inputs)) registries.input.add(schema, { id });
for (const [id, schema] of Object.entries({ ...outputs, ...events })) registries.output.add(schema, { id });

const refersTo = '#/components/schemas/';

/** A schema for the document; what has a name there is referred to. */
export function toJsonSchema(schema: z.ZodType, io: Direction): JsonSchema {
  // In a wrapper a schema with a name becomes a reference, too.
  const { properties } = convert(z.object({ root: schema }), io);
  return properties?.root ?? {};
}

/** The schemas with a name. */
export function componentSchemas(): Record<string, JsonSchema> {
  return {
    ...definitions(inputs, 'input'),
    ...definitions({ ...outputs, ...events }, 'output'),
  };
}

function definitions(
  schemas: Readonly<Record<string, z.ZodType>>,
  io: Direction,
): Record<string, JsonSchema> {
  const { $defs } = convert(z.object(schemas), io);
  return Object.fromEntries(Object.keys(schemas).map((name) => [name, $defs?.[name] ?? {}]));
}

function convert(schema: z.ZodType, io: Direction): JsonSchema & { $defs?: Record<string, JsonSchema> } {
  const converted = z.toJSONSchema(schema, {
    io,
    metadata: registries[io],
    unrepresentable: 'any',
    override,
  });
  const text = JSON.stringify(converted).replaceAll('"$ref":"#/$defs/', `"$ref":"${refersTo}`);
  return JSON.parse(text);
}

const override: Override = ({ zodSchema, jsonSchema }) => {
  const { def } = zodSchema._zod;
  if (def.type === 'pipe' && 'in' in def && 'out' in def) {
    const [from, to] = [def.in as z.ZodType, def.out as z.ZodType];
    // Texts are cleaned on the way in, which changes no shape; words for yes and no stand for a boolean.
    const isCleaned = to._zod.def.type === 'transform';
    if (isCleaned) Object.assign(jsonSchema, withoutDialect(z.toJSONSchema(from, { override })));
    if (to._zod.def.type === 'boolean') Object.assign(jsonSchema, { type: 'boolean' });
  }
  // Many readers of such documents know lists better than tuples.
  if (def.type === 'tuple' && areAlike(jsonSchema.prefixItems ?? [])) {
    jsonSchema.items = jsonSchema.prefixItems?.[0] ?? {};
    delete jsonSchema.prefixItems;
  }
  // The format says it, and readers need not read the pattern.
  if (jsonSchema.format === 'uuid' || jsonSchema.format === 'date-time') delete jsonSchema.pattern;
  // The bounds of a double are no rule of ours.
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
};

function areAlike(schemas: readonly unknown[]): boolean {
  const [first, ...others] = schemas.map((schema) => JSON.stringify(schema));
  return first !== undefined && others.every((other) => other === first);
}

function withoutDialect({ $schema: _, ...schema }: object & { $schema?: unknown }): object {
  return schema;
}

/** The name of the component that a reference leads to; null for anything else. */
export function componentOf(schema: JsonSchema): string | null {
  return schema.$ref?.startsWith(refersTo) ? schema.$ref.slice(refersTo.length) : null;
}
