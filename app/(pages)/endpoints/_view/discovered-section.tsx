'use client';

import { useTranslations } from 'next-intl';
import { suggestCards } from '#app/_lib/client/suggest-cards.ts';
import { useDiscoveredEndpoints } from '#app/_lib/client/use-endpoints.ts';
import { useErrorText } from '#app/_lib/client/use-error-text.ts';
import { DiscoveredList } from '#components/endpoints/discovered-list.tsx';
import { Callout } from '#components/ui/callout.tsx';
import { showToast } from '#components/ui/toast.ts';
import type { DiscoveredEndpoint, Endpoint, EndpointInput } from '#lib/endpoints/schema.ts';

type Props = { onCreate: (input: EndpointInput) => Promise<Endpoint> };

async function toInput(found: DiscoveredEndpoint, model: string): Promise<EndpointInput> {
  const name = model.split('/').at(-1) ?? model;
  const [suggested] = await suggestCards([{ model, name }]);
  const cardId = found.cardId ?? suggested ?? null;
  return {
    name,
    protocol: found.protocol,
    baseUrl: found.baseUrl,
    model,
    cardId,
    ...(found.keyVariable ? { keyVariable: found.keyVariable } : {}),
  };
}

export function DiscoveredSection({ onCreate }: Props) {
  const t = useTranslations('endpoints');
  const errorText = useErrorText();
  const query = useDiscoveredEndpoints();

  async function add(found: DiscoveredEndpoint, model: string): Promise<void> {
    try {
      const created = await onCreate(await toInput(found, model));
      showToast({ title: t('added', { name: created.name }), tone: 'good' });
    } catch (error) {
      showToast({ title: t('actionFailed'), description: errorText(error), tone: 'bad' });
    }
  }

  if (query.isError) {
    return (
      <Callout tone="warn" title={t('discoverFailed')}>
        {errorText(query.error)}
      </Callout>
    );
  }
  return (
    <DiscoveredList
      found={query.data ?? null}
      isLooking={query.isFetching}
      onLook={() => void query.refetch()}
      onAdd={add}
    />
  );
}
