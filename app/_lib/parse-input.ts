import type { z } from 'zod';
import { cleanText } from '#lib/clean-text.ts';
import { AppError, type ErrorDetail } from '#lib/errors.ts';

/** @throws AppError `invalid-request` that names every field that is wrong. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const details = parsed.error.issues.flatMap(toDetails);
  const [first] = details;
  const where = first?.path ? `${first.path}: ` : '';
  throw new AppError('invalid-request', `${where}${first?.message ?? 'The request is wrong.'}`, { details });
}

/** A field given twice in a URL is refused by the schema, which then sees a list. */
export function parseQuery<Schema extends z.ZodType>(schema: Schema, url: string): z.output<Schema> {
  const { searchParams } = new URL(url);
  const fields = [...new Set(searchParams.keys())].map((name) => {
    const values = searchParams.getAll(name);
    const [first = ''] = values;
    return [name, values.length === 1 ? cleanText(first) : values] as const;
  });
  return parseInput(schema, Object.fromEntries(fields));
}

function toDetails(issue: z.core.$ZodIssue): ErrorDetail[] {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...path, key].join('.'), message: 'is not a known field' }));
  }
  return [{ path: path.join('.'), message: issue.message }];
}
