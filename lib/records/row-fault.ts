import { z } from 'zod';
import { rowFaultWords } from '#lib/records/row-fault-words.ts';

export type RowFaultCode = keyof typeof rowFaultWords;
type Values = Readonly<Record<string, string | number>>;

// The keys of an object are of no other type.
const codes = Object.keys(rowFaultWords) as [RowFaultCode, ...RowFaultCode[]];

/** A row of a file that cannot be taken: pages say why in their own language, the message says it in English. */
export class RowFault extends Error {
  override readonly name = 'RowFault';
  readonly code: RowFaultCode;
  readonly values: Values;

  constructor(code: RowFaultCode, values: Values = {}, options?: ErrorOptions) {
    super(
      rowFaultWords[code].replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? '')),
      options,
    );
    this.code = code;
    this.values = values;
  }
}

/** Where in its file such a row stands, and what is wrong with it. */
export const rejectedRowSchema = z.object({
  line: z.int(),
  /** In English. */
  reason: z.string(),
  code: z.enum(codes),
  /** What the words for the code speak of. */
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type RejectedRow = z.infer<typeof rejectedRowSchema>;

export function toRejectedRow(line: number, { message, code, values }: RowFault): RejectedRow {
  return { line, reason: message, code, values };
}
