import { z } from 'zod';
import { flagSchema } from '#lib/preferences/ballot-schema.ts';
import { countSchema, outcomeSchema, preferenceFilterSchema } from '#lib/preferences/log-schema.ts';

const count = z.int().min(0);

/** A list that shows its first values; `values` is how many there are. */
const ranked = <Row extends z.ZodType>(row: Row) => z.object({ values: count, rows: z.array(row) });

export const overviewQuerySchema = preferenceFilterSchema.extend({
  /** Where days begin: an IANA name. */
  timeZone: z
    .string()
    .max(60)
    .refine(isTimeZone, { error: 'Not a time zone that is known here.' })
    .default('UTC'),
});

export const overviewSchema = z.object({
  /** Ballots the charts are of. Not exact: only the newest ones that match. */
  count: countSchema,
  /** In order, those with ballots alone. */
  days: z.array(z.object({ day: z.iso.date(), count })),
  outcomes: z.array(z.object({ outcome: outcomeSchema, count })),
  /** What the ballots say of the endpoint's answers; those with most answers first. */
  endpoints: ranked(
    z.object({
      id: z.string(),
      name: z.string(),
      ...{ won: count, tied: count, lost: count, bad: count, unranked: count },
    }),
  ),
  raters: ranked(z.object({ id: z.string(), count })),
  languages: ranked(z.object({ language: z.string(), count })),
  /** Ballots one of whose answers carries the flag. */
  flags: z.array(z.object({ flag: flagSchema, count })),
});
export type Overview = z.infer<typeof overviewSchema>;

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
