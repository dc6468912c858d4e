import type { z } from 'zod';
import { answer } from '#app/_lib/route.ts';
import { importStream } from '#db/queries/import-stream.ts';
import { AppError } from '#lib/errors.ts';
import type { ImportFormatName } from '#lib/preferences/import/format-names.ts';
import type { importQuerySchema } from '#lib/preferences/import/import-query.ts';
import { RecordsError } from '#lib/records/records-error.ts';

/** Takes a file of any length as the body of a request; what it holds is told by its content. */
export async function toImportResponse(
  request: Request,
  format: ImportFormatName,
  { dryRun, leaderboard }: z.output<typeof importQuerySchema>,
): Promise<Response> {
  if (request.body === null) throw new AppError('invalid-request', 'Send the file as the body.');
  try {
    const report = await importStream(request.body, {
      format,
      isDryRun: dryRun,
      counts: leaderboard === undefined ? format === 'baijia' : leaderboard === 'in',
    });
    return answer(report);
  } catch (error) {
    if (error instanceof RecordsError) throw new AppError('invalid-request', error.message, { cause: error });
    throw error;
  }
}
