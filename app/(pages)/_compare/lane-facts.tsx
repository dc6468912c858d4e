import { useTranslations } from 'next-intl';
import { useEndpointFacts } from '#app/_lib/client/use-endpoint-facts.ts';
import { useEndpoints } from '#app/_lib/client/use-endpoints.ts';
import { LiveFacts, usePriceWords } from '#components/catalog/live-facts.tsx';
import type { Lane } from '#lib/arena/schema.ts';

function useLaneFacts({ endpointId }: Lane) {
  const facts = useEndpointFacts(endpointId).data;
  const endpoint = useEndpoints().data?.find(({ id }) => id === endpointId);
  const own = { price: endpoint?.price ?? null, contextWindow: endpoint?.capabilities.contextWindow ?? null };
  return { facts, endpoint, own };
}

/** Without an answer there is nothing to show: these facts are never required. */
export function LaneFacts({ lane }: { lane: Lane }) {
  const t = useTranslations('catalog.live');
  const { facts, endpoint, own } = useLaneFacts(lane);
  return (
    <LiveFacts
      title={t('title', { name: endpoint ? endpoint.model : (lane.name ?? '') })}
      facts={facts?.data ?? []}
      own={own}
      isRefreshing={facts?.state === 'refreshing'}
    />
  );
}

/** The price set for the endpoint, else the first that is published; who says so stands in LaneFacts. */
export function LanePrice({ lane }: { lane: Lane }) {
  const t = useTranslations('catalog.live');
  const words = usePriceWords();
  const { facts, endpoint, own } = useLaneFacts(lane);
  if (endpoint?.source === 'demo') return t('free');
  if (own.price) return words(own.price, false);
  const published = facts?.data.find((found) => found.facts.price)?.facts;
  if (published?.price) return words(published.price, published.hasPriceTiers ?? false);
  return <span className="text-soft">{t('noPrice')}</span>;
}
