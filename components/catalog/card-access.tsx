import { useTranslations } from 'next-intl';
import { CardSection, type SectionLevel } from '#components/catalog/card-section.tsx';
import { useCardWords } from '#components/catalog/use-card-words.ts';
import { Badge } from '#components/ui/badge.tsx';
import type { Card } from '#lib/catalog/schema.ts';

const tones = {
  'open-weights': 'good',
  'built-in': 'good',
  'weight-diff': 'warn',
  'by-request': 'warn',
  retired: 'plain',
  'never-released': 'plain',
} as const;

type Props = { access: Card['access']; level?: SectionLevel };

/** How a person can run the model today. */
export function CardAccess({ access, level = 3 }: Props) {
  const t = useTranslations('catalog');
  const words = useCardWords();
  return (
    <CardSection level={level} title={t('accessTitle')}>
      <p className="flex flex-wrap items-center gap-2">
        <Badge tone={tones[access.status]}>{t(`access.${access.status}`)}</Badge>
        <span className="text-faint text-sm">
          {t('asOf', { date: words.date({ value: access.asOf, precision: 'day' }) })}
        </span>
      </p>
      <p>{words.say(access.today)}</p>
      {access.hubIds.length > 0 && (
        <details className="text-sm">
          <summary className="text-soft">
            {t('hubIds')} ({access.hubIds.length})
          </summary>
          <ul className="mt-1 flex flex-col gap-0.5 font-mono text-xs">
            {access.hubIds.map((id) => (
              <li key={id} className="break-all">
                {id}
              </li>
            ))}
          </ul>
        </details>
      )}
      {access.nearestSuccessor && (
        <p className="text-sm">
          <span className="text-soft">{t('successor')}: </span>
          {words.say(access.nearestSuccessor)}
        </p>
      )}
    </CardSection>
  );
}
