'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { request } from '#app/_lib/client/request.ts';
import { useChanges, useTags, useUndo } from '#app/_lib/client/use-changes.ts';
import { useErrorText } from '#app/_lib/client/use-error-text.ts';
import { toBody } from '#app/(pages)/results/_view/filter-body.ts';
import { ActionsDialog } from '#components/results/by-hand/actions-dialog.tsx';
import { BulkBar } from '#components/results/by-hand/bulk-bar.tsx';
import { BulkDialog, type BulkKind } from '#components/results/by-hand/bulk-dialog.tsx';
import type { ResultFilter } from '#components/results/result-filter.ts';
import type { Action, BulkAnswer } from '#lib/preferences/change-schema.ts';

type Open = BulkKind | 'actions' | null;

/** Changes of everything that matches the filter, and what was changed of late. */
export function BulkChanges({ filter, hasMatches }: { filter: ResultFilter; hasMatches: boolean }) {
  const [open, setOpen] = useState<Open>(null);
  return (
    <>
      <BulkBar hasMatches={hasMatches} onOpen={setOpen} onActions={() => setOpen('actions')} />
      {open === 'actions' && <RecentActions onClose={() => setOpen(null)} />}
      {open !== null && open !== 'actions' && (
        <BulkChange kind={open} filter={filter} onKind={setOpen} onClose={() => setOpen(null)} />
      )}
    </>
  );
}

type ChangeProps = {
  kind: BulkKind;
  filter: ResultFilter;
  onKind: (kind: BulkKind) => void;
  onClose: () => void;
};

function BulkChange({ kind, filter, onKind, onClose }: ChangeProps) {
  const errorText = useErrorText();
  const { isBusy, changeAll } = useChanges();
  const tags = useTags();
  const body = toBody(filter);
  const counted = useQuery({
    queryKey: ['bulk-count', body],
    queryFn: ({ signal }) =>
      request<BulkAnswer>('/preferences/bulk', {
        method: 'POST',
        // Any change will do: only what matches is counted.
        body: { filter: body, change: { kind: 'tag', value: '-' }, dryRun: true },
        signal,
      }),
    staleTime: 0,
    gcTime: 0,
  });
  const count = counted.isFetching ? null : (counted.data?.matched ?? null);
  const ofFilter = kind === 'untag' ? filter.tag : kind === 'include' ? filter.excluded : null;
  return (
    <BulkDialog
      key={kind}
      kind={kind}
      onKind={onKind}
      initialValue={ofFilter === 'any' || ofFilter === 'none' ? '' : (ofFilter ?? '')}
      tags={tags.data?.map(({ tag }) => tag) ?? []}
      count={count}
      failure={counted.error ? errorText(counted.error) : null}
      isFiltered={Object.keys(body).length > 0}
      isBusy={isBusy}
      onConfirm={async (change) => {
        const expected = count ?? 0;
        if (await changeAll({ filter: body, change, expected })) onClose();
        else void counted.refetch();
      }}
      onClose={onClose}
    />
  );
}

function RecentActions({ onClose }: { onClose: () => void }) {
  const undo = useUndo();
  const [busyId, setBusyId] = useState<string | null>(null);
  const actions = useQuery({
    queryKey: ['actions'],
    queryFn: ({ signal }) => request<{ data: Action[] }>('/actions?limit=20', { signal }),
    staleTime: 0,
  });
  return (
    <ActionsDialog
      actions={actions.data?.data}
      busyId={busyId}
      onUndo={async (id) => {
        setBusyId(id);
        await undo(id);
        setBusyId(null);
      }}
      onClose={onClose}
    />
  );
}
