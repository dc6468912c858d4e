import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Confidence } from '#lib/catalog/schema.ts';

type Props = {
  term: string;
  confidence?: Confidence;
  note?: string | undefined;
  /** The document's cell: null when it is blank, undefined when there is none. */
  stated?: string | null | undefined;
  children: ReactNode;
};

const confidenceLook = { high: 'text-faint', medium: 'text-soft', low: 'text-warn' } as const;

/** One line of the card: the value, how sure it is, its note, and what the source document says. */
export function CardFact({ term, confidence, note, stated, children }: Props) {
  const t = useTranslations('catalog');
  return (
    <div className="grid grid-cols-[6.5rem_minmax(0,1fr)] gap-x-3 border-line border-b py-2 last:border-b-0">
      <dt className="text-soft text-sm">{term}</dt>
      <dd className="min-w-0 break-words">
        <div className="tabular-nums">
          {children}
          {confidence && (
            <span
              className={`ml-2 whitespace-nowrap text-xs ${confidenceLook[confidence]}`}
              title={t(`confidenceHint.${confidence}`)}
            >
              {t(`confidence.${confidence}`)}
            </span>
          )}
        </div>
        {note && <p className="mt-0.5 text-faint text-sm">{note}</p>}
        {stated !== undefined && (
          <p className="mt-0.5 text-faint text-sm">
            {stated === null
              ? t('asStatedBlank')
              : t.rich('asStated', { value: stated, cell: (cell) => <span lang="zh-CN">{cell}</span> })}
          </p>
        )}
      </dd>
    </div>
  );
}
