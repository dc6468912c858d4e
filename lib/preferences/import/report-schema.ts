import { z } from 'zod';
import { rejectedRowSchema } from '#lib/records/row-fault.ts';

const count = z.int().min(0);

/** What became of a file. */
export const importReportSchema = z.object({
  imported: count,
  /** In the log already. */
  skipped: count,
  /** Rows that hold no vote, such as the chat lines of a log. */
  ignored: count,
  /** The first of them; `rejectedCount` counts all. */
  rejected: z.array(rejectedRowSchema),
  rejectedCount: count,
});
export type ImportReport = z.infer<typeof importReportSchema>;
