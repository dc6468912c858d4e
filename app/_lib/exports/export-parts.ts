import { toExportResponse, toFolderResponse } from '#app/_lib/exports/export-response.ts';
import { answer } from '#app/_lib/route.ts';
import { type ExportJob, measureExport } from '#db/queries/export-stream.ts';
import { AppError } from '#lib/errors.ts';
import type { ExportPart } from '#lib/preferences/export/export-query.ts';
import { exportFileName } from '#lib/preferences/export/format-names.ts';
import { llamaFactoryDatasetInfo } from '#lib/preferences/export/llama-factory.ts';

/** The rows, a folder with them, or one of the small documents that stand beside them. */
export async function toPartResponse(
  job: ExportJob,
  part: ExportPart,
  signal: AbortSignal,
): Promise<Response> {
  if (part === 'rows') return toExportResponse(job);
  if (part === 'folder') return toFolderResponse(job);
  if (part === 'manifest') return answer(await measureExport(job, signal));
  if (job.format !== 'llama-factory') {
    throw new AppError('invalid-request', 'part: only llama-factory has a dataset-info.', {
      details: [{ path: 'part', message: 'is for llama-factory alone' }],
    });
  }
  return answer(llamaFactoryDatasetInfo(exportFileName(job.format)));
}
