import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { CardLinks } from '#components/catalog/card-links.tsx';
import { FamilyMark } from '#components/catalog/family-mark.tsx';
import { ReferenceList } from '#components/catalog/reference-list.tsx';
import type { Card } from '#lib/catalog/schema.ts';

const families = ['decoder-only', 'encoder-decoder', 'glm', 'multi-task'] as const;
const chapters = ['learning', 'alpaca', 'line'] as const;

function Chapter({
  title,
  correction,
  children,
}: {
  title: ReactNode;
  correction: string;
  children: ReactNode;
}) {
  const t = useTranslations('catalog.families');
  return (
    <section className="flex flex-col gap-2">
      <h2 className="flex items-center gap-2 font-semibold text-base">{title}</h2>
      {children}
      <p className="border-warn border-l-2 pl-3 text-soft">
        <span className="text-warn text-sm">{t('correction')}</span> {correction}
      </p>
    </section>
  );
}

/** The families of the document and instruction learning, in short, with what the document got wrong. */
export function FamiliesPage({ cards }: { cards: readonly Card[] }) {
  const t = useTranslations('catalog');
  const models = cards.filter(({ kind }) => kind !== 'program');
  return (
    <div className="flex max-w-prose flex-col gap-6">
      <p className="text-soft">{t('families.intro')}</p>
      {families.map((family) => (
        <Chapter
          key={family}
          correction={t(`families.corrections.${family}`)}
          title={
            <>
              <svg aria-hidden width="16" height="16">
                <FamilyMark x={8} y={8} architecture={family} />
              </svg>
              {t(`architecture.${family}`)}
            </>
          }
        >
          <p className="text-lg">{t(`families.texts.${family}`)}</p>
          <p className="text-soft text-sm">
            {t('families.members')}{' '}
            <CardLinks cards={models.filter(({ verified }) => verified.architecture.value === family)} />
          </p>
        </Chapter>
      ))}
      {chapters.map((chapter) => (
        <Chapter
          key={chapter}
          title={t(`families.titles.${chapter}`)}
          correction={t(`families.corrections.${chapter}`)}
        >
          <p className="text-lg">{t(`families.texts.${chapter}`)}</p>
        </Chapter>
      ))}
      <ReferenceList cards={cards} />
    </div>
  );
}
