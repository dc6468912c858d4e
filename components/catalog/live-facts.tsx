import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { CardSection, type SectionLevel } from '#components/catalog/card-section.tsx';
import { useCardWords } from '#components/catalog/use-card-words.ts';
import type { Price } from '#lib/endpoints/schema.ts';
import type { LiveFacts as Facts, FoundFacts } from '#lib/facts/schema.ts';

const fields = [
  'price',
  'contextWindow',
  'shutdownDate',
  'isDeprecated',
  'parameters',
  'licence',
  'basedOn',
  'isGated',
  'servedBy',
] as const;
type Field = (typeof fields)[number];

type Props = {
  title: string;
  facts: readonly FoundFacts[];
  /** Set for the endpoint by the person who added it. */
  own?: { price: Price | null; contextWindow: number | null };
  isRefreshing?: boolean;
  level?: SectionLevel;
};

/** What is published about a model today, each value with who says so and when. */
export function LiveFacts({ title, facts, own, isRefreshing = false, level = 3 }: Props) {
  const t = useTranslations('catalog.live');
  const show = useFactContent();
  const rows = fields.flatMap((field) => {
    const said = facts.flatMap((found) => {
      const content = show(field, found.facts);
      return content === null ? [] : [{ key: found.source, content, by: <Source found={found} /> }];
    });
    const mine = own && show(field, ownFacts(own));
    const values = mine ? [{ key: 'own', content: mine, by: t('own') }, ...said] : said;
    return values.length > 0 ? [{ field, values }] : [];
  });
  if (rows.length === 0 && !isRefreshing) return null;
  return (
    <CardSection level={level} title={title}>
      <dl className="grid grid-cols-[6.5rem_minmax(0,1fr)] gap-x-3 gap-y-1.5">
        {rows.map(({ field, values }) => (
          <div key={field} className="contents">
            <dt className="text-soft text-sm leading-5">{t(`fields.${field}`)}</dt>
            <dd className="flex min-w-0 flex-col gap-1">
              {values.map(({ key, content, by }) => (
                <span key={key} className="tabular break-words">
                  {content} <span className="text-faint text-xs">{by}</span>
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      {isRefreshing && (
        <p role="status" className="text-faint text-sm">
          {t('refreshing')}
        </p>
      )}
    </CardSection>
  );
}

function ownFacts({ price, contextWindow }: NonNullable<Props['own']>): Partial<Facts> {
  return { ...(price && { price }), ...(contextWindow !== null && { contextWindow }) };
}

function Source({ found }: { found: FoundFacts }) {
  const t = useTranslations('catalog.live');
  const format = useFormatter();
  const date = format.dateTime(new Date(found.asOf), { dateStyle: 'medium', timeZone: 'UTC' });
  return (
    <>
      <a
        href={found.facts.url}
        target="_blank"
        rel="noopener noreferrer"
        className="underline decoration-line-strong underline-offset-2 hover:decoration-ink"
      >
        {t(`sources.${found.source}`)}
      </a>
      {`, ${date}`}
    </>
  );
}

/** Null where the source does not say it. */
function useFactContent(): (field: Field, facts: Partial<Facts>) => ReactNode {
  const t = useTranslations('catalog');
  const words = useCardWords();
  const price = usePriceWords();
  return (field, facts) => {
    switch (field) {
      case 'price':
        return facts.price ? price(facts.price, facts.hasPriceTiers ?? false) : null;
      case 'contextWindow':
        return facts.contextWindow ? t('tokens', { count: words.count(facts.contextWindow) }) : null;
      case 'shutdownDate':
        return facts.shutdownDate ? words.date({ value: facts.shutdownDate, precision: 'day' }) : null;
      case 'isDeprecated':
        return facts.isDeprecated ? t('live.deprecated') : null;
      case 'parameters':
        return facts.parameters ? words.billions(facts.parameters / 1e9) : null;
      case 'licence':
        return facts.licence ?? null;
      case 'basedOn':
        return facts.basedOn ? words.list(facts.basedOn) : null;
      case 'isGated':
        return facts.isGated ? t('live.gated') : null;
      case 'servedBy':
        return facts.servedBy ? words.list(facts.servedBy) : null;
    }
  };
}

/** A price as a person reads it: dollars for a million tokens in and out. */
export function usePriceWords(): (price: Price, hasTiers: boolean) => string {
  const t = useTranslations('catalog.live');
  const format = useFormatter();
  const dollars = (value: number) =>
    format.number(value, {
      style: 'currency',
      currency: 'USD',
      currencyDisplay: 'narrowSymbol',
      minimumFractionDigits: 0,
      maximumSignificantDigits: 4,
    });
  return ({ inputPerMillion, outputPerMillion }, hasTiers) => {
    if (inputPerMillion === 0 && outputPerMillion === 0) return t('free');
    const values = { input: dollars(inputPerMillion), output: dollars(outputPerMillion) };
    return t(hasTiers ? 'priceFrom' : 'price', values);
  };
}
