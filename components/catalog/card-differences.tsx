import { useLocale, useTranslations } from 'next-intl';
import { Callout } from '#components/ui/callout.tsx';
import { listErrata, listOtherDifferences } from '#lib/catalog/errata.ts';
import type { BothLanguages, Card } from '#lib/catalog/schema.ts';

/** What the source document got wrong, and apart from it where other sources differ. */
export function CardDifferences({ card }: { card: Card }) {
  const t = useTranslations('catalog');
  const others = card.kind === 'program' ? 'programDifferencesTitle' : 'otherDifferencesTitle';
  return (
    <>
      <Sentences title={t('differencesTitle')} sentences={listErrata(card)} />
      <Sentences title={t(others)} sentences={listOtherDifferences(card)} />
    </>
  );
}

function Sentences({ title, sentences }: { title: string; sentences: readonly BothLanguages[] }) {
  const locale = useLocale();
  if (sentences.length === 0) return null;
  return (
    <Callout tone="warn" title={title}>
      <ul className="mt-1 flex list-disc flex-col gap-1 pl-4">
        {sentences.map((sentence) => (
          <li key={sentence.en}>{sentence[locale]}</li>
        ))}
      </ul>
    </Callout>
  );
}
