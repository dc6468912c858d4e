import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { type FactName, useFactReader } from '#components/catalog/use-card-facts.tsx';
import type { CardAnswer } from '#lib/catalog/card-answer.ts';

const names: readonly FactName[] = [
  'organisation',
  'releaseDate',
  'parameters',
  'basedOn',
  'method',
  'licence',
  'contextWindow',
];

type Props = {
  card: CardAnswer;
  /** RatingHere; null while it is not known. */
  rating: ReactNode;
  price: ReactNode;
};

/** The first look at a model: one line for each question, without notes. */
export function CardGlance({ card, rating, price }: Props) {
  const t = useTranslations('catalog');
  const facts = useFactReader()(card);
  const known = names.flatMap((name) => facts.find((fact) => fact.name === name) ?? []);
  const [best] = card.arena.toSorted((one, other) => other.rating - one.rating);
  return (
    <dl className="grid grid-cols-[6.5rem_minmax(0,1fr)] gap-x-3 gap-y-1.5">
      {known.map(({ name, term, content }) => (
        <Line key={name} term={term}>
          {content}
        </Line>
      ))}
      {price && <Line term={t('live.fields.price')}>{price}</Line>}
      <Line term={t('here.title')}>{rating}</Line>
      {best && (
        <Line term={t('table.columns.arena')}>
          <span className="tabular">
            <strong className="font-semibold">{best.rating}</strong>{' '}
            <span className="text-faint text-sm">
              {t('arena.interval', { lower: best.lower, upper: best.upper })} · {best.name}
            </span>
          </span>
        </Line>
      )}
    </dl>
  );
}

function Line({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="contents">
      <dt className="text-soft text-sm leading-5">{term}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </div>
  );
}
