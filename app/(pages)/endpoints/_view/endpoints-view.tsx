'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useEndpoints } from '#app/_lib/client/use-endpoints.ts';
import { useErrorText } from '#app/_lib/client/use-error-text.ts';
import { DiscoveredSection } from '#app/(pages)/endpoints/_view/discovered-section.tsx';
import { useCardSuggestions } from '#app/(pages)/endpoints/_view/use-card-suggestions.ts';
import { useEndpointChanges } from '#app/(pages)/endpoints/_view/use-endpoint-changes.ts';
import { useEndpointTests } from '#app/(pages)/endpoints/_view/use-endpoint-tests.ts';
import { usePrefilledDraft } from '#app/(pages)/endpoints/_view/use-prefilled-draft.ts';
import { EndpointList } from '#components/endpoints/endpoint-list.tsx';
import { EndpointRow } from '#components/endpoints/endpoint-row.tsx';
import { showToast } from '#components/ui/toast.ts';
import type { Endpoint } from '#lib/endpoints/schema.ts';

const EndpointSheet = dynamic(() =>
  import('#components/endpoints/endpoint-sheet.tsx').then((module) => module.EndpointSheet),
);
const RemoveDialog = dynamic(() =>
  import('#components/endpoints/remove-dialog.tsx').then((module) => module.RemoveDialog),
);
const Combobox = dynamic(() => import('#components/ui/combobox.tsx').then((module) => module.Combobox));

export type CardOption = { id: string; name: string; organisation: readonly string[] };
type Props = { cards: readonly CardOption[]; templates: readonly string[] };
type Editing = { endpoint: Endpoint | null; key: number };

export function EndpointsView({ cards, templates }: Props) {
  const t = useTranslations('endpoints');
  const errorText = useErrorText();
  const query = useEndpoints();
  const changes = useEndpointChanges();
  const { tests, run } = useEndpointTests();
  const suggestions = useCardSuggestions(query.data ?? []);
  const { prefill, forget } = usePrefilledDraft();
  const [editing, setEditing] = useState<Editing | null>(prefill ? { endpoint: null, key: 0 } : null);
  const [removing, setRemoving] = useState<Endpoint | null>(null);

  const edit = (endpoint: Endpoint | null) => setEditing({ endpoint, key: Date.now() });
  const cardNamed = (id: string | null | undefined) => cards.find((card) => card.id === id) ?? null;

  async function attempt(change: Promise<unknown>): Promise<void> {
    try {
      await change;
    } catch (error) {
      showToast({ title: t('actionFailed'), description: errorText(error), tone: 'bad' });
    }
  }

  return (
    <div className="mx-auto flex w-full max-w-6xl flex-col gap-6 p-4 sm:p-6">
      <EndpointList
        state={query.data ? 'ready' : query.isError ? 'failed' : 'loading'}
        failure={query.error ? errorText(query.error) : null}
        onRetry={() => void query.refetch()}
        onAdd={() => edit(null)}
        count={query.data?.length ?? 0}
      >
        {query.data?.map((endpoint) => (
          <EndpointRow
            key={endpoint.id}
            endpoint={endpoint}
            cardName={cardNamed(endpoint.cardId)?.name ?? null}
            suggestedCard={cardNamed(suggestions.get(endpoint.id))}
            test={tests[endpoint.id] ?? null}
            onTest={() => void run(endpoint.id)}
            onEdit={() => edit(endpoint)}
            onRemove={() => setRemoving(endpoint)}
            onEnable={(enabled) => void attempt(changes.update(endpoint.id, { enabled }))}
            onLinkCard={(cardId) => void attempt(changes.update(endpoint.id, { cardId }))}
          />
        ))}
      </EndpointList>
      <DiscoveredSection onCreate={changes.create} />
      {editing && (
        <EndpointSheet
          key={editing.key}
          isOpen
          endpoint={editing.endpoint}
          templates={templates}
          {...(editing.endpoint === null && prefill ? { prefill } : {})}
          onClose={() => {
            setEditing(null);
            forget();
          }}
          onSave={async (draft, testsAfterwards) => {
            const { saveDraft } = await import('#app/(pages)/endpoints/_view/save-draft.ts');
            const { outcome, saved } = await saveDraft(draft, editing.endpoint, changes, errorText);
            if (saved) {
              showToast({
                title: t(editing.endpoint ? 'saved' : 'added', { name: saved.name }),
                tone: 'good',
              });
              if (testsAfterwards) void run(saved.id);
            }
            return outcome;
          }}
          renderCardPicker={({ draft, onChange }) => (
            <Combobox
              options={cards.map(({ id, name, organisation }) => ({
                value: id,
                label: name,
                hint: organisation.join(', '),
              }))}
              value={draft.cardId}
              onChange={onChange}
              emptyText={t('noCardFound')}
              placeholder={t('noCard')}
            />
          )}
        />
      )}
      {removing && (
        <RemoveDialog
          endpoint={removing}
          onClose={() => setRemoving(null)}
          onRemove={(endpoint) => attempt(changes.remove(endpoint.id))}
        />
      )}
    </div>
  );
}
