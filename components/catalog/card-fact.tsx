import { useTranslations } from 'next-intl';
import { SourceMarks } from '#components/catalog/source-marks.tsx';
import { StatedText } from '#components/catalog/stated-text.tsx';
import type { CardFactEntry } from '#components/catalog/use-card-facts.tsx';

const confidenceLook = { high: 'text-faint', medium: 'text-soft', low: 'text-warn' } as const;

/** A value with the sources that bear it, how sure it is, and its note. */
export function FactValue({ fact }: { fact: CardFactEntry }) {
  const t = useTranslations('catalog');
  return (
    <>
      <div className="tabular">
        {fact.content}
        <SourceMarks cited={fact.cited} />{' '}
        {fact.confidence && (
          <span
            className={`ml-1 whitespace-nowrap text-xs ${confidenceLook[fact.confidence]}`}
            title={t(`confidenceHint.${fact.confidence}`)}
          >
            {t(`confidence.${fact.confidence}`)}
          </span>
        )}
      </div>
      {fact.note && <p className="mt-0.5 text-faint text-sm">{fact.note}</p>}
    </>
  );
}

/** One line of the card in a narrow place: the value, and under it what the source document says. */
export function CardFact({ fact }: { fact: CardFactEntry }) {
  return (
    <div className="grid grid-cols-[6.5rem_minmax(0,1fr)] gap-x-3 border-line border-b py-2 last:border-b-0">
      <dt className="text-soft text-sm">{fact.term}</dt>
      <dd className="min-w-0 break-words">
        <FactValue fact={fact} />
        {fact.stated !== undefined && (
          <p className="mt-0.5 text-faint text-sm">
            <StatedText fact={fact} />
          </p>
        )}
      </dd>
    </div>
  );
}
