import { z } from 'zod';
import { errorCodes } from '#lib/errors.ts';

/** Every answer that is an error; see app/_lib/error-response.ts. */
export const errorSchema = z.object({
  error: z.object({
    code: z.enum(errorCodes),
    message: z.string(),
    /** Of a request that is wrong: each field that is, by its dotted path; "" is the whole body. */
    details: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  }),
});
