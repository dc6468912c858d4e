import { Readable } from 'node:stream';
import { AppError } from '#lib/errors.ts';
import type { LogRecord } from '#lib/preferences/export/log-record.ts';
import { NoBattle } from '#lib/preferences/import/battle.ts';
import type { ImportFormatName } from '#lib/preferences/import/format-names.ts';
import type { ImportPreview } from '#lib/preferences/import/preview-schema.ts';
import type { Row } from '#lib/preferences/import/read-battle.ts';
import { readRow } from '#lib/preferences/import/read-row.ts';
import { recogniseFormat } from '#lib/preferences/import/recognise-format.ts';
import { outcomeOf } from '#lib/preferences/ranking.ts';
import { readRecords } from '#lib/records/read-records.ts';
import { type RejectedRow, RowFault, toRejectedRow } from '#lib/records/row-fault.ts';

const mostRows = 20;
const longestPrompt = 300;

class Enough extends Error {}

/**
 * What the first rows of a file would become. The file may be cut anywhere: a last row that breaks off is left out.
 * @throws RecordsError for a file without a single row.
 */
export async function previewImport(
  source: AsyncIterable<Uint8Array>,
  given?: ImportFormatName,
): Promise<ImportPreview> {
  const rows: { row: Row; line: number }[] = [];
  const bad: RejectedRow[] = [];
  let lastBad: RejectedRow | undefined;
  const keepBad = () => {
    if (lastBad) bad.push(lastBad);
    lastBad = undefined;
  };
  try {
    await readRecords(Readable.from(toBuffers(source)), {
      bad: (line, fault) => {
        keepBad();
        lastBad = toRejectedRow(line, fault);
      },
      record: (row, line) => {
        keepBad();
        rows.push({ row, line });
        if (rows.length === mostRows) throw new Enough();
      },
    });
  } catch (error) {
    // A row that breaks off is the end of the head; a form that breaks off is a fault.
    if (rows.length === 0 || error instanceof AppError) throw error;
  }
  if (rows.length === 0) keepBad();
  const format = given ?? recogniseFormat(rows.map(({ row }) => row));
  const preview: ImportPreview = {
    format,
    fields: [...new Set(rows.flatMap(({ row }) => Object.keys(row)))],
    rows: [],
    ignored: 0,
    rejected: bad,
  };
  if (format !== null) for (const one of rows) addRow(preview, format, one);
  preview.rejected.sort((one, other) => one.line - other.line);
  return preview;
}

async function* toBuffers(source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  for await (const chunk of source) yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
}

function addRow(
  preview: ImportPreview,
  format: ImportFormatName,
  { row, line }: { row: Row; line: number },
): void {
  try {
    preview.rows.push({ line, ...summaryOf(readRow(format, row, true).toRecord()) });
  } catch (error) {
    if (error instanceof NoBattle) preview.ignored += 1;
    else if (error instanceof RowFault) preview.rejected.push(toRejectedRow(line, error));
    else throw error;
  }
}

function summaryOf(record: LogRecord): Omit<ImportPreview['rows'][number], 'line'> {
  const best = new Set(record.ranking[0]);
  const nameOf = (lane: LogRecord['lanes'][number]) => (lane.response.endpoint ?? lane.endpoint).name;
  return {
    prompt: record.turn.prompt.slice(0, longestPrompt),
    models: record.lanes.map(nameOf),
    winners: record.lanes.filter(({ id }) => best.has(id)).map(nameOf),
    outcome: outcomeOf(record.ranking, record.allBad),
    mode: record.mode,
    raterId: record.raterId,
    createdAt: record.createdAt,
    turns: record.turn.index + 1,
  };
}
