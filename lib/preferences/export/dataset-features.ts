import { csvColumnTypes } from '#lib/preferences/export/csv.ts';
import { rowJsonSchema } from '#lib/preferences/export/export-formats.ts';
import type { ExportFormatName } from '#lib/preferences/export/format-names.ts';

type Schema = {
  type?: string | readonly string[];
  const?: unknown;
  enum?: readonly unknown[];
  anyOf?: readonly Schema[];
  items?: Schema;
  properties?: Readonly<Record<string, Schema>>;
  required?: readonly string[];
};
type Feature =
  | { dtype: string }
  | { list: string | readonly Named[] | Feature }
  | { struct: readonly Named[] };
type Named = { name: string } & Feature;

/**
 * The columns of a format as a dataset's card names their types. Without them the loader goes by the first rows of a
 * file, and fails at a column that is empty there and filled further on. What has no fixed fields is JSON.
 */
export function datasetFeatures(format: ExportFormatName): readonly Named[] {
  if (format === 'csv') {
    return Object.entries(csvColumnTypes).map(([name, dtype]) => ({ name, dtype }));
  }
  return fieldsOf(rowJsonSchema(format));
}

function fieldsOf({ properties = {} }: Schema): Named[] {
  return Object.entries(properties).map(([name, field]) => ({ name, ...featureOf(field) }));
}

const scalars: Readonly<Record<string, string>> = {
  string: 'string',
  integer: 'int64',
  number: 'float64',
  boolean: 'bool',
  null: 'null',
};

function featureOf(schema: Schema): Feature {
  if (schema.anyOf) return featureOfAny(schema.anyOf);
  if (typeof schema.type === 'object') return featureOfAny(schema.type.map((type) => ({ ...schema, type })));
  const type = schema.type ?? typeof (schema.const ?? schema.enum?.[0]);
  const scalar = scalars[type];
  if (scalar !== undefined) return { dtype: scalar };
  if (type === 'array' && schema.items) return { list: itemOf(featureOf(schema.items)) };
  return isFixed(schema) ? { struct: fieldsOf(schema) } : { dtype: 'json' };
}

/** One of them beside null is that one; several are one where they come out alike. */
function featureOfAny(schemas: readonly Schema[]): Feature {
  const found = new Map(
    schemas
      .filter(({ type }) => type !== 'null')
      .map((schema) => featureOf(schema))
      .map((feature) => [JSON.stringify(feature), feature] as const),
  );
  const [only] = found.values();
  return found.size === 1 && only ? only : { dtype: 'json' };
}

const itemOf = (feature: Feature) =>
  'dtype' in feature ? feature.dtype : 'struct' in feature ? feature.struct : feature;

/** Rows have every field of it, and no others. */
function isFixed({ type, properties = {}, required = [] }: Schema): boolean {
  const names = Object.keys(properties);
  return type === 'object' && names.length > 0 && names.every((name) => required.includes(name));
}
