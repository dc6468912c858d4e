'use client';

import Plus from 'lucide-react/icons/plus';
import RefreshCw from 'lucide-react/icons/refresh-cw';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { PlainInput } from '#components/ui/plain-input.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import type { DiscoveredEndpoint } from '#lib/endpoints/schema.ts';

type Props = {
  /** null while looking. */
  found: readonly DiscoveredEndpoint[] | null;
  isLooking: boolean;
  onLook: () => void;
  /** Resolves when it was added. */
  onAdd: (found: DiscoveredEndpoint, model: string) => Promise<void>;
};

/** What could be added with one click: servers on this machine, and providers whose key is in the environment. */
export function DiscoveredList({ found, isLooking, onLook, onAdd }: Props) {
  const t = useTranslations('endpoints');
  const groups = (['discovered', 'environment'] as const).map((source) => ({
    source,
    items: (found ?? []).filter((item) => item.source === source),
  }));
  return (
    <section aria-labelledby="discovered-title" className="flex flex-col gap-2">
      <div className="flex items-center justify-between gap-2">
        <h2 id="discovered-title" className="font-semibold text-lg leading-snug">
          {t('discoverTitle')}
        </h2>
        <IconButton
          label={t('lookAgain')}
          icon={<RefreshCw aria-hidden />}
          size="sm"
          isBusy={isLooking}
          onClick={onLook}
        />
      </div>
      {found === null ? (
        <Skeleton className="h-24 w-full" />
      ) : (
        groups.map(({ source, items }) => (
          <div key={source} className="rounded-lg border border-line bg-panel">
            <h3 className="border-line border-b px-4 py-2 text-faint text-sm">{t(`groups.${source}`)}</h3>
            {items.length === 0 ? (
              <p className="px-4 py-3 text-soft">{t(`groups.${source}Empty`)}</p>
            ) : (
              <ul>
                {items.map((item) => (
                  <DiscoveredRow key={`${item.provider} ${item.baseUrl}`} item={item} onAdd={onAdd} />
                ))}
              </ul>
            )}
          </div>
        ))
      )}
    </section>
  );
}

function DiscoveredRow({ item, onAdd }: { item: DiscoveredEndpoint; onAdd: Props['onAdd'] }) {
  const t = useTranslations('endpoints');
  const listId = useId();
  const [model, setModel] = useState(item.models[0] ?? '');
  const [isAdding, setIsAdding] = useState(false);

  async function add(): Promise<void> {
    setIsAdding(true);
    await onAdd(item, model.trim()).finally(() => setIsAdding(false));
  }

  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-b px-4 py-3 last:border-b-0">
      <div className="min-w-0 flex-1 basis-52">
        <p className="font-medium">{item.name}</p>
        <p className="break-all text-faint text-sm">
          {item.keyVariable ? t('keyFrom', { variable: item.keyVariable }) : item.baseUrl}
        </p>
      </div>
      <div className="min-w-0 flex-1 basis-64">
        <PlainInput
          label={t('modelOf', { name: item.name })}
          placeholder={t('modelPlaceholder')}
          value={model}
          list={listId}
          onChange={setModel}
        />
        <datalist id={listId}>
          {item.models.map((id) => (
            <option key={id} value={id} />
          ))}
        </datalist>
      </div>
      <Button
        size="sm"
        isBusy={isAdding}
        disabled={model.trim() === ''}
        onClick={() => void add()}
        aria-label={t('addNamed', { name: item.name })}
      >
        {!isAdding && <Plus aria-hidden />}
        {t('add')}
      </Button>
    </li>
  );
}
