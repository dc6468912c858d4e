import { streamFolder } from '#db/queries/export-folder.ts';
import { type ExportJob, streamExport } from '#db/queries/export-stream.ts';
import { exportFileName, exportFolderName } from '#lib/preferences/export/format-names.ts';
import { tarEnd, tarHeader, tarPadding } from '#lib/preferences/export/tar.ts';

/** The file as it is written. */
export function toExportResponse(job: ExportJob): Promise<Response> {
  const type = job.format === 'csv' ? 'text/csv; charset=utf-8' : 'application/x-ndjson; charset=utf-8';
  return toDownload(streamExport(job), type, exportFileName(job.format));
}

/** A dataset folder, packed as it is written. */
export function toFolderResponse(job: ExportJob): Promise<Response> {
  const name = exportFolderName(job.format);
  return toDownload(pack(job, name), 'application/x-tar', `${name}.tar`);
}

async function* pack(job: ExportJob, folder: string): AsyncGenerator<Uint8Array, void> {
  for await (const { path, content } of streamFolder(job)) {
    yield tarHeader(`${folder}/${path}`, content.length);
    yield content;
    yield tarPadding(content.length);
  }
  yield tarEnd();
}

/**
 * The first piece is awaited, so that a wrong filter or a database that is away is an error with a status and not a
 * file that breaks off. A reader who leaves ends the query.
 */
async function toDownload(
  pieces: AsyncGenerator<Uint8Array, unknown>,
  type: string,
  name: string,
): Promise<Response> {
  const first = await pieces.next();
  let isFirst = true;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const piece = isFirst ? first : await pieces.next();
      isFirst = false;
      if (piece.done) controller.close();
      else controller.enqueue(piece.value);
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
  return new Response(body, {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
    },
  });
}
