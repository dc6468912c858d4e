import { useTranslations } from 'next-intl';

/** A source as its card numbers it, from 1. */
export type CitedSource = { number: number; title: string };

/** The place of a source in the list of CardSources. */
export const sourceAnchor = (number: number) => `source-${number}`;

/** Which of the card's sources bear a value: raised numbers that lead to the list. */
export function SourceMarks({ cited }: { cited: readonly CitedSource[] }) {
  const t = useTranslations('catalog');
  return cited.map(({ number, title }) => (
    <sup key={number} className="ml-0.5 text-xs leading-none">
      <a
        href={`#${sourceAnchor(number)}`}
        aria-label={t('sourceMark', { number, title })}
        title={title}
        className="text-soft hover:text-ink hover:underline"
      >
        [{number}]
      </a>
    </sup>
  ));
}
