import { parseQuery } from '#app/_lib/parse-input.ts';
import { answer } from '#app/_lib/route.ts';
import { refuseOtherOrigins } from '#app/_lib/same-origin.ts';
import { importStream } from '#db/queries/import-stream.ts';
import { AppError } from '#lib/errors.ts';
import { importFormatParams, importQuerySchema } from '#lib/preferences/import/import-query.ts';
import { RecordsError } from '#lib/records/records-error.ts';

/** Types that a page of another site cannot send without asking the browser. */
const types = ['application/x-ndjson', 'application/json', 'text/csv'];

/** Takes a file of any length as the body of a request; what it holds is told by its content. */
export async function handleImport(request: Request, format: unknown): Promise<Response> {
  refuseOtherOrigins(request);
  const params = importFormatParams.safeParse({ format });
  if (!params.success) throw new AppError('not-found', 'There is nothing at this address.');
  const { dryRun, leaderboard } = parseQuery(importQuerySchema, request.url);
  const type = request.headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase();
  if (!types.includes(type ?? '') || request.body === null) {
    throw new AppError('unsupported-media-type', `Send the file as the body, as ${types.join(', ')}.`);
  }
  try {
    const report = await importStream(request.body, {
      format: params.data.format,
      isDryRun: dryRun,
      counts: leaderboard === undefined ? params.data.format === 'baijia' : leaderboard === 'in',
    });
    return answer(report);
  } catch (error) {
    if (error instanceof RecordsError) throw new AppError('invalid-request', error.message, { cause: error });
    throw error;
  }
}
