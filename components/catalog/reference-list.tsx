import { useTranslations } from 'next-intl';
import { textLinkClass } from '#components/catalog/text-link.ts';
import type { Card } from '#lib/catalog/schema.ts';

/** Server and path, without what every address has. */
function shortAddress(url: string): string {
  const { hostname, pathname } = new URL(url);
  return `${hostname}${pathname.replace(/\/$/, '')}`;
}

/** Every source of the cards once, oldest first; those without a date come last. */
export function ReferenceList({ cards }: { cards: readonly Card[] }) {
  const t = useTranslations('catalog');
  const sources = new Map(cards.flatMap((card) => card.sources.map((source) => [source.url, source])));
  const sorted = [...sources.values()].sort((one, other) =>
    (one.date ?? '9999').localeCompare(other.date ?? '9999'),
  );
  return (
    <section className="flex flex-col gap-2">
      <h2 className="font-semibold text-base">{t('families.references')}</h2>
      <ol className="flex list-decimal flex-col gap-1 pl-6 text-sm">
        {sorted.map(({ title, url, date, arxiv }) => (
          <li key={url} className="min-w-0 break-words">
            <a href={url} target="_blank" rel="noopener noreferrer" lang="en" className={textLinkClass}>
              {title}
            </a>
            <span className="text-faint">
              {' '}
              {[arxiv ? `arXiv ${arxiv}` : shortAddress(url), date].filter(Boolean).join(' · ')}
            </span>
            <span className="sr-only"> {t('opensInNewTab')}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
