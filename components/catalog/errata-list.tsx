import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { textLinkClass } from '#components/catalog/text-link.ts';
import { listErrata } from '#lib/catalog/errata.ts';
import type { Card } from '#lib/catalog/schema.ts';

/** Every place where the source document and what was verified differ, by card. */
export function ErrataList({ cards }: { cards: readonly Card[] }) {
  const t = useTranslations('catalog');
  const locale = useLocale();
  const wrong = cards
    .map((card) => ({ card, sentences: listErrata(card) }))
    .filter(({ sentences }) => sentences.length > 0);
  const count = wrong.reduce((sum, { sentences }) => sum + sentences.length, 0);
  return (
    <div className="flex flex-col gap-4">
      <p className="max-w-prose text-soft">{t('errata.intro', { count, cards: wrong.length })}</p>
      <dl className="flex flex-col rounded-lg border border-line bg-panel px-4">
        {wrong.map(({ card, sentences }) => (
          <div
            key={card.id}
            className="grid gap-x-6 gap-y-1 border-line border-b py-3 last:border-b-0 sm:grid-cols-[12rem_minmax(0,1fr)]"
          >
            <dt className="font-medium">
              <Link href={`/catalog/${card.id}`} prefetch={false} className={textLinkClass}>
                {card.name}
              </Link>
            </dt>
            <dd>
              <ul className="flex flex-col gap-1.5">
                {sentences.map((sentence) => (
                  <li key={sentence.en} className="grid gap-x-4 sm:grid-cols-[8rem_minmax(0,1fr)]">
                    <span className="text-faint text-sm leading-5">
                      {sentence.about.map((topic) => t(`errata.about.${topic}`)).join(', ')}
                    </span>
                    <span className="max-w-prose">{sentence[locale]}</span>
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
