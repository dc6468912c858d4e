import { type ExportJob, streamExport } from '#db/queries/export-stream.ts';
import { exportFileName } from '#lib/preferences/export/format-names.ts';

/**
 * The file as it is written. Its first piece is awaited, so that a wrong filter or a database that is away is an
 * error with a status and not a file that breaks off. A reader who leaves ends the query.
 */
export async function toExportResponse(job: ExportJob): Promise<Response> {
  const pieces = streamExport(job);
  const first = await pieces.next();
  let isFirst = true;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = isFirst ? first : await pieces.next();
      isFirst = false;
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await pieces.return({} as never);
    },
  });
  return new Response(body, {
    headers: {
      'Content-Type':
        job.format === 'csv' ? 'text/csv; charset=utf-8' : 'application/x-ndjson; charset=utf-8',
      'Content-Disposition': `attachment; filename="${exportFileName(job.format)}"`,
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
    },
  });
}
