import type { JsonSchema } from '#app/_lib/openapi/json-schema.ts';

export type FieldRow = {
  name: string;
  schema: JsonSchema;
  required: boolean;
  /** Beside the name: where a parameter stands. */
  note?: string | undefined;
  meaning?: string | undefined;
};

const deepest = 4;

/** The fields of an object, and below them those of the objects in it: `lanes[].endpointId`. */
export function rowsOf(schema: JsonSchema, prefix = '', depth = 0): FieldRow[] {
  const variants = schema.oneOf ?? schema.anyOf;
  if (variants && !schema.properties) {
    const rows = variants.flatMap((variant) => rowsOf(variant, prefix, depth));
    const seen = new Set<string>();
    return rows.filter(({ name }) => !seen.has(name) && seen.add(name));
  }
  const values = schema.additionalProperties;
  if (!schema.properties && typeof values === 'object') return rowsOf(values, `${prefix}*.`, depth);
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const path = prefix + name;
    const inner = innerOf(field);
    return [
      { name: path, schema: field, required: schema.required?.includes(name) ?? false },
      ...(inner && depth < deepest ? rowsOf(inner.schema, `${path}${inner.mark}.`, depth + 1) : []),
    ];
  });
}

function innerOf(field: JsonSchema): { schema: JsonSchema; mark: string } | null {
  if (field.properties) return { schema: field, mark: '' };
  if (field.items && !field.items.$ref) {
    const inner = innerOf(field.items);
    return inner && { schema: inner.schema, mark: `[]${inner.mark}` };
  }
  const values = field.additionalProperties;
  if (typeof values === 'object' && values.properties) return { schema: values, mark: '.*' };
  const isSome = (field.anyOf ?? field.oneOf)?.some((variant) => variant.properties) ?? false;
  return isSome ? { schema: field, mark: '' } : null;
}
