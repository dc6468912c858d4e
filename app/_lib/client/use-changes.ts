'use client';

import { type InfiniteData, type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { request } from '#app/_lib/client/request.ts';
import { useErrorText } from '#app/_lib/client/use-error-text.ts';
import { type PreferencePage, preferenceKey, preferencesKey } from '#app/_lib/client/use-preferences.ts';
import { useExclusionName } from '#components/results/use-exclusion-name.ts';
import { showToast } from '#components/ui/toast.ts';
import type { BulkAnswer, BulkInput, Change, TagCount } from '#lib/preferences/change-schema.ts';
import type { Preference } from '#lib/preferences/log-schema.ts';

const log: readonly string[] = [preferencesKey, preferenceKey];

/** What people do to the log by hand; each change says so in passing and can be undone there. */
export function useChanges() {
  const client = useQueryClient();
  const tell = useTellings();
  const undo = useUndo();
  const [isBusy, setIsBusy] = useState(false);

  async function attempt(work: () => Promise<void>): Promise<boolean> {
    setIsBusy(true);
    try {
      await work();
      return true;
    } catch (error) {
      tell.failed(error);
      return false;
    } finally {
      setIsBusy(false);
    }
  }

  /** @returns whether it is stored. */
  function changeOne(id: string, change: Change): Promise<boolean> {
    return attempt(async () => {
      const body = change;
      const answer = await request<{ preference: Preference; actionId: string | null }>(
        `/preferences/${id}`,
        { method: 'PATCH', body },
      );
      replacePreference(client, answer.preference);
      if (answer.actionId !== null) tell.done(change, undo, answer.actionId);
    });
  }

  function changeAll(input: Pick<BulkInput, 'filter' | 'change' | 'expected'>): Promise<boolean> {
    return attempt(async () => {
      const answer = await request<BulkAnswer>('/preferences/bulk', { method: 'POST', body: input });
      await client.invalidateQueries();
      tell.doneAll(answer, undo);
    });
  }

  return { isBusy, changeOne, changeAll };
}

/** Takes an action back. */
export function useUndo(): (actionId: string) => Promise<void> {
  const client = useQueryClient();
  const tell = useTellings();
  return async (actionId) => {
    try {
      await request(`/actions/${actionId}/undo`, { method: 'POST' });
      await client.invalidateQueries();
      tell.undone();
    } catch (error) {
      tell.failed(error);
    }
  };
}

export function useTags() {
  return useQuery({
    queryKey: ['tags'],
    queryFn: ({ signal }) => request<{ data: TagCount[] }>('/tags', { signal }),
    select: ({ data }) => data,
  });
}

function useTellings() {
  const t = useTranslations('results.byHand');
  const tBulk = useTranslations('results.bulk');
  const errorText = useErrorText();
  const exclusionName = useExclusionName();
  type Undo = (actionId: string) => Promise<void>;
  const withUndo = (undo: Undo, id: string) => ({ label: t('undo'), run: () => void undo(id) });
  return {
    done({ kind, value }: Change, undo: Undo, id: string): void {
      const shown = kind === 'include' ? exclusionName(value) : value;
      showToast({ title: t(`done.${kind}`, { value: shown }), tone: 'good', action: withUndo(undo, id) });
    },
    doneAll({ changed, actionId }: BulkAnswer, undo: Undo): void {
      if (actionId === null) showToast({ title: tBulk('nothing') });
      else {
        const title = tBulk('changed', { count: changed });
        showToast({ title, tone: 'good', action: withUndo(undo, actionId) });
      }
    },
    undone: () => showToast({ title: t('undone'), tone: 'good' }),
    failed: (error: unknown) => showToast({ title: t('failed'), description: errorText(error), tone: 'bad' }),
  };
}

/** Where the record stands it stays, also when it no longer matches: nothing jumps under the hand. */
function replacePreference(client: QueryClient, changed: Preference): void {
  client.setQueriesData<InfiniteData<PreferencePage>>(
    { queryKey: [preferencesKey] },
    (data) =>
      data && {
        ...data,
        pages: data.pages.map((page) => ({
          ...page,
          data: page.data.map((one) => (one.id === changed.id ? changed : one)),
        })),
      },
  );
  client.setQueryData([preferenceKey, changed.id], changed);
  void client.invalidateQueries({ predicate: ({ queryKey }) => !log.includes(String(queryKey[0])) });
}
