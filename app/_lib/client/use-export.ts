'use client';

import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { downloadFile, saveBlob } from '#app/_lib/client/download-export.ts';
import { request } from '#app/_lib/client/request.ts';
import {
  type ExportFormatName,
  exportFileName,
  exportFolderName,
} from '#lib/preferences/export/format-names.ts';

export type ExportChoice = {
  format: ExportFormatName;
  /** The rows in one file, or a dataset folder. */
  part: 'rows' | 'folder';
  personalData: 'keep' | 'mask' | 'leave-out';
};
export type ExportCount = {
  ballots: number;
  rows: number;
  bytes: number;
  leftOut: Record<string, number>;
  personalData: { key: number; email: number; phone: number };
};
export type ExportState =
  | { kind: 'idle' }
  | { kind: 'running'; bytes: number }
  | { kind: 'done' }
  | { kind: 'failed'; error: unknown };

/** The address of a part of an export under a filter of the log. */
export function exportAddress(choice: ExportChoice, filters: string, part: string): string {
  const search = new URLSearchParams(filters);
  if (choice.personalData !== 'keep') search.set('personalData', choice.personalData);
  if (part !== 'rows' && part !== 'count') search.set('part', part);
  const path = `/exports/${choice.format}${part === 'count' ? '/count' : ''}`;
  return search.size === 0 ? path : `${path}?${search}`;
}

/** How much a choice yields, and its download: both can be cancelled. */
export function useExport(choice: ExportChoice, filters: string) {
  const [state, setState] = useState<ExportState>({ kind: 'idle' });
  const running = useRef<AbortController | null>(null);
  const address = exportAddress(choice, filters, 'count');
  const count = useQuery({
    queryKey: ['export-count', address],
    queryFn: ({ signal }) => request<ExportCount>(address, { signal }),
    staleTime: 0,
    retry: false,
  });
  useEffect(() => () => running.current?.abort(), []);

  async function start(): Promise<void> {
    const controller = new AbortController();
    running.current = controller;
    setState({ kind: 'running', bytes: 0 });
    try {
      const { format, part } = choice;
      const blob = await downloadFile(`/api/v1${exportAddress(choice, filters, part)}`, {
        signal: controller.signal,
        onBytes: (bytes) => setState({ kind: 'running', bytes }),
      });
      saveBlob(blob, part === 'rows' ? exportFileName(format) : `${exportFolderName(format)}.tar`);
      setState({ kind: 'done' });
    } catch (error) {
      setState(controller.signal.aborted ? { kind: 'idle' } : { kind: 'failed', error });
    }
  }

  return {
    count,
    state,
    start,
    cancel: () => running.current?.abort(),
    reset: () => setState({ kind: 'idle' }),
  };
}
