'use client';

import { useState } from 'react';
import { useErrorText } from '#app/_lib/client/use-error-text.ts';
import { useViewChanges, useViews } from '#app/_lib/client/use-views.ts';
import { fromBody, isSameFilter, toBody } from '#app/(pages)/results/_view/filter-body.ts';
import { ViewChips } from '#components/results/by-hand/view-chips.tsx';
import { ManageViewsDialog, SaveViewDialog } from '#components/results/by-hand/view-dialogs.tsx';
import { noFilter, type ResultFilter } from '#components/results/result-filter.ts';

type Props = { filter: ResultFilter; onChange: (filter: ResultFilter) => void };

/** Filters under names: opened, saved, renamed, forgotten. */
export function SavedViews({ filter, onChange }: Props) {
  const views = useViews().data ?? [];
  const { create, update, remove } = useViewChanges();
  const { isBusy, failure, attempt, reset } = useAttempt();
  const [open, setOpen] = useState<'save' | 'manage' | null>(null);
  const active = views.find((view) => isSameFilter(fromBody(view.filter), filter));
  const canSave = !active && !isSameFilter(filter, noFilter);
  const close = () => {
    reset();
    setOpen(null);
  };
  return (
    <>
      <ViewChips
        views={views}
        activeId={active?.id ?? null}
        onOpen={(view) => onChange(view.id === active?.id ? noFilter : fromBody(view.filter))}
        onSave={canSave ? () => setOpen('save') : undefined}
        onManage={() => setOpen('manage')}
      />
      {open === 'save' && (
        <SaveViewDialog
          isBusy={isBusy}
          failure={failure}
          onSave={async (name) => {
            if (await attempt(() => create({ name, filter: toBody(filter) }))) close();
          }}
          onClose={close}
        />
      )}
      {open === 'manage' && (
        <ManageViewsDialog
          views={views}
          failure={failure}
          onRename={(view, name) => void attempt(() => update(view.id, { name }))}
          onDelete={(view) => void attempt(() => remove(view.id))}
          onClose={close}
        />
      )}
    </>
  );
}

/** Does something and keeps what went wrong, in words. */
function useAttempt() {
  const errorText = useErrorText();
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  async function attempt(work: () => Promise<unknown>): Promise<boolean> {
    setIsBusy(true);
    setFailure(null);
    try {
      await work();
      return true;
    } catch (error) {
      setFailure(errorText(error));
      return false;
    } finally {
      setIsBusy(false);
    }
  }
  return { isBusy, failure, attempt, reset: () => setFailure(null) };
}
