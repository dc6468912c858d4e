'use client';

import KeyRound from 'lucide-react/icons/key-round';
import Pencil from 'lucide-react/icons/pencil';
import Play from 'lucide-react/icons/play';
import Trash2 from 'lucide-react/icons/trash-2';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { EndpointTestOutcome, type EndpointTestState } from '#components/endpoints/endpoint-test-outcome.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { Button } from '#components/ui/button.tsx';
import { cn } from '#components/ui/class-names.ts';
import { IconButton } from '#components/ui/icon-button.tsx';
import { Switch } from '#components/ui/switch.tsx';
import type { Endpoint } from '#lib/endpoints/schema.ts';

export type EndpointRowActions = {
  onTest: () => void;
  onEdit: () => void;
  onRemove: () => void;
  onEnable: (isEnabled: boolean) => void;
  onLinkCard: (cardId: string) => void;
};

type Props = EndpointRowActions & {
  endpoint: Endpoint;
  cardName: string | null;
  /** A card that fits the model id, offered while none is linked. */
  suggestedCard: { id: string; name: string } | null;
  test: EndpointTestState | null;
};

export function EndpointRow({ endpoint, cardName, suggestedCard, test, ...actions }: Props) {
  const t = useTranslations('endpoints');
  return (
    <li className="flex flex-col gap-3 border-line border-b px-4 py-3 last:border-b-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Switch
          isOn={endpoint.enabled}
          onChange={actions.onEnable}
          label={t('enabledLabel', { name: endpoint.name })}
        />
        <div className={cn('min-w-0 flex-1 basis-56', !endpoint.enabled && 'text-faint')}>
          <h2 className="flex flex-wrap items-center gap-2">
            <span className="min-w-0 break-words font-semibold">{endpoint.name}</span>
            <Badge>{t(`sources.${endpoint.source}`)}</Badge>
            {!endpoint.enabled && <Badge>{t('disabled')}</Badge>}
          </h2>
          <p className="mt-0.5 break-all font-mono text-soft text-xs">{endpoint.model}</p>
        </div>
        <EndpointFacts endpoint={endpoint} cardName={cardName} />
        <RowButtons {...actions} name={endpoint.name} isTesting={test?.state === 'running'} />
      </div>
      {suggestedCard && (
        <p className="flex flex-wrap items-center gap-2 text-soft text-sm">
          {t('cardSuggestion', { card: suggestedCard.name })}
          <Button size="sm" onClick={() => actions.onLinkCard(suggestedCard.id)}>
            {t('linkCard')}
          </Button>
        </p>
      )}
      {test && <EndpointTestOutcome test={test} name={endpoint.name} />}
    </li>
  );
}

function EndpointFacts({ endpoint, cardName }: { endpoint: Endpoint; cardName: string | null }) {
  const t = useTranslations('endpoints');
  const protocol = [t(`protocols.${endpoint.protocol}`), endpoint.template].filter(Boolean).join(' · ');
  return (
    <dl className="grid min-w-0 flex-[2] basis-96 grid-cols-[minmax(0,3fr)_minmax(0,2fr)] sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_minmax(0,1fr)] gap-x-4 gap-y-1 text-sm">
      <Fact term={protocol}>
        <span className="break-words">{endpoint.baseUrl}</span>
      </Fact>
      <Fact term={t('card')}>
        {cardName === null ? (
          <span className="text-faint">{t('noCard')}</span>
        ) : (
          <Link href={`/catalog/${endpoint.cardId}`} prefetch={false} className="hover:underline">
            {cardName}
          </Link>
        )}
      </Fact>
      {endpoint.hasKey && (
        <Fact term={t('key')}>
          <span className="inline-flex items-center gap-1">
            <KeyRound aria-hidden className="size-3" />
            {endpoint.keyHint === null ? (
              t('keyStored')
            ) : (
              <span className="font-mono">…{endpoint.keyHint}</span>
            )}
          </span>
        </Fact>
      )}
    </dl>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-faint text-xs">{term}</dt>
      <dd className="min-w-0 text-soft">{children}</dd>
    </div>
  );
}

type ButtonsProps = Pick<EndpointRowActions, 'onTest' | 'onEdit' | 'onRemove'> & {
  name: string;
  isTesting: boolean;
};

function RowButtons({ name, isTesting, onTest, onEdit, onRemove }: ButtonsProps) {
  const t = useTranslations('endpoints');
  return (
    <div className="ml-auto flex items-center gap-1">
      <Button size="sm" isBusy={isTesting} onClick={onTest} aria-label={t('testLabel', { name })}>
        {!isTesting && <Play aria-hidden />}
        {t('test')}
      </Button>
      <IconButton size="sm" label={t('editLabel', { name })} icon={<Pencil aria-hidden />} onClick={onEdit} />
      <IconButton
        size="sm"
        label={t('removeLabel', { name })}
        icon={<Trash2 aria-hidden />}
        onClick={onRemove}
      />
    </div>
  );
}
