'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { sendFile } from '#app/_lib/client/send-file.ts';
import type { ImportFormatName } from '#lib/preferences/import/format-names.ts';
import type { ImportPreview } from '#lib/preferences/import/preview-schema.ts';
import type { ImportReport } from '#lib/preferences/import/report-schema.ts';

export type ImportState =
  | { kind: 'idle' }
  | { kind: 'reading' }
  | { kind: 'running'; isDryRun: boolean; share: number }
  | { kind: 'done'; isDryRun: boolean; report: ImportReport }
  | { kind: 'stopped' }
  | { kind: 'failed'; error: unknown };

/** Enough for the first rows of nearly every file. */
const headBytes = 1024 * 1024;

/** A file on its way into the log: what it holds, a trial, the import; each can be stopped. */
export function useImport() {
  const [file, setFile] = useState<File | null>(null);
  const [format, setFormat] = useState<ImportFormatName | null>(null);
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [state, setState] = useState<ImportState>({ kind: 'idle' });
  const running = useRef<AbortController | null>(null);
  const queries = useQueryClient();
  useEffect(() => () => running.current?.abort(), []);

  async function work(
    begin: ImportState,
    task: (signal: AbortSignal) => Promise<ImportState>,
  ): Promise<void> {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    setState(begin);
    const end = await task(controller.signal).catch((error: unknown): ImportState => {
      return controller.signal.aborted ? { kind: 'stopped' } : { kind: 'failed', error };
    });
    if (running.current === controller) setState(end);
  }

  function look(chosen: File, given: ImportFormatName | null): Promise<void> {
    setFile(chosen);
    setFormat(given);
    setPreview(null);
    return work({ kind: 'reading' }, async (signal) => {
      const path = `/imports/preview${given === null ? '' : `?format=${given}`}`;
      const found = await sendFile<ImportPreview>(path, chosen.slice(0, headBytes), { signal });
      setPreview(found);
      setFormat(found.format);
      return { kind: 'idle' };
    });
  }

  function run(isDryRun: boolean, counts: boolean): Promise<void> {
    return work({ kind: 'running', isDryRun, share: 0 }, async (signal) => {
      const search = new URLSearchParams({ dryRun: `${isDryRun}`, leaderboard: counts ? 'in' : 'out' });
      const report = await sendFile<ImportReport>(`/imports/${format}?${search}`, file ?? new Blob(), {
        signal,
        onShare: (share) => setState({ kind: 'running', isDryRun, share }),
      });
      if (!isDryRun) await queries.invalidateQueries();
      return { kind: 'done', isDryRun, report };
    });
  }

  return { file, format, preview, state, look, run, stop: () => running.current?.abort() };
}
