import X from 'lucide-react/icons/x';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { CardName } from '#components/catalog/card-name.tsx';
import { compareHref } from '#components/catalog/compare-href.ts';
import { StatedText } from '#components/catalog/stated-text.tsx';
import { textLinkClass } from '#components/catalog/text-link.ts';
import {
  type CardFactEntry,
  type FactName,
  isFactDifferent,
  useFactReader,
} from '#components/catalog/use-card-facts.tsx';
import { listArenaEntries } from '#lib/catalog/arena-history.ts';
import type { Card, CardWithLineage } from '#lib/catalog/schema.ts';

function Fact({ card, fact }: { card: Card; fact: CardFactEntry | undefined }) {
  const t = useTranslations('catalog');
  if (!fact) return <span className="text-faint">–</span>;
  return (
    <>
      <div className="tabular">{fact.content}</div>
      {fact.stated !== undefined && (
        <p className="mt-0.5 text-faint text-sm">
          <StatedText fact={fact} />
          {isFactDifferent(card, fact.name) && (
            <span className="ml-2 text-warn text-xs">{t('page.differs')}</span>
          )}
        </p>
      )}
    </>
  );
}

/** In the public arena, of the versions that took part. */
function BestRating({ card }: { card: Card }) {
  const t = useTranslations('catalog.arena');
  const [best] = listArenaEntries(card).sort((one, other) => other.rating - one.rating);
  if (!best) return <span className="text-faint">–</span>;
  return (
    <span className="tabular">
      {best.rating}{' '}
      <span className="text-faint text-sm">
        {t('interval', { lower: best.lower, upper: best.upper })} · {best.name}
      </span>
    </span>
  );
}

/** On a phone the term stands above its values, so that two cards have room beside each other. */
const phoneColumns = [
  'max-sm:grid-cols-[minmax(0,1fr)]',
  'max-sm:grid-cols-[repeat(2,minmax(10.5rem,1fr))]',
  'max-sm:grid-cols-[repeat(3,minmax(10.5rem,1fr))]',
  'max-sm:grid-cols-[repeat(4,minmax(10.5rem,1fr))]',
];
const rowClass = (count: number) =>
  `border-line border-b align-top last:border-b-0 max-sm:grid ${phoneColumns[count - 1] ?? ''}`;

function Row({ term, cells }: { term: string; cells: readonly { id: string; content: ReactNode }[] }) {
  return (
    <tr className={rowClass(cells.length)}>
      <th
        scope="row"
        className="w-32 px-3 pt-2 pb-2 font-normal text-soft text-sm max-sm:sticky max-sm:left-0 max-sm:col-span-full max-sm:w-fit max-sm:pb-0"
      >
        {term}
      </th>
      {cells.map(({ id, content }) => (
        <td key={id} className="min-w-0 break-words px-3 py-2 max-sm:pt-0.5 sm:min-w-56">
          {content}
        </td>
      ))}
    </tr>
  );
}

/** Two to four cards, fact by fact. */
export function CompareTable({ cards }: { cards: readonly CardWithLineage[] }) {
  const t = useTranslations('catalog');
  const locale = useLocale();
  const read = useFactReader();
  const columns = cards.map((card) => ({
    card,
    facts: new Map(read(card).map((fact) => [fact.name, fact])),
  }));
  const terms = new Map<FactName, string>();
  for (const { facts } of columns) for (const { name, term } of facts.values()) terms.set(name, term);
  const ids = cards.map(({ id }) => id);
  return (
    <div className="overflow-x-auto rounded-lg border border-line bg-panel">
      <table className="w-full table-fixed border-collapse text-left max-lg:table-auto">
        <caption className="sr-only">{t('compare.title')}</caption>
        <thead>
          <tr className={rowClass(cards.length)}>
            <td className="w-32 max-sm:hidden" />
            {cards.map(({ id, name, remark }) => (
              <th key={id} scope="col" className="px-3 py-2 font-normal">
                <span className="flex items-start justify-between gap-2">
                  <Link
                    href={`/catalog/${id}`}
                    prefetch={false}
                    className={`${textLinkClass} font-semibold text-lg`}
                  >
                    <CardName name={name} />
                  </Link>
                  <Link
                    href={compareHref(ids.filter((other) => other !== id))}
                    prefetch={false}
                    aria-label={t('compare.remove', { name })}
                    className="rounded-sm p-1.5 text-faint hover:bg-hover hover:text-ink"
                  >
                    <X aria-hidden className="size-4" />
                  </Link>
                </span>
                <p className="text-soft text-sm">{remark?.[locale]}</p>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...terms].map(([name, term]) => (
            <Row
              key={name}
              term={term}
              cells={columns.map(({ card, facts }) => ({
                id: card.id,
                content: <Fact card={card} fact={facts.get(name)} />,
              }))}
            />
          ))}
          <Row
            term={t('table.columns.arena')}
            cells={cards.map((card) => ({ id: card.id, content: <BestRating card={card} /> }))}
          />
          <Row
            term={t('table.columns.access')}
            cells={cards.map(({ id, access }) => ({ id, content: t(`access.${access.status}`) }))}
          />
        </tbody>
      </table>
    </div>
  );
}
