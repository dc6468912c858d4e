import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { CardSection, type SectionLevel } from '#components/catalog/card-section.tsx';
import { textLinkClass } from '#components/catalog/text-link.ts';
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

function List({ title, children }: { title: string; children: readonly ReactNode[] }) {
  return (
    <details className="text-sm">
      <summary className="text-soft">
        {title} ({children.length})
      </summary>
      <ul className="mt-1 flex flex-col gap-1 pl-3.5">{children}</ul>
    </details>
  );
}

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
        <span className="text-faint text-xs" title={t(`confidenceHint.${access.confidence}`)}>
          {t(`confidence.${access.confidence}`)}
        </span>
      </p>
      <p>{words.say(access.today)}</p>
      {access.apiModels.length > 0 && (
        <List title={t('providers')}>
          {access.apiModels.map(({ provider, model, status }) => (
            <li key={`${provider} ${model}`}>
              {provider} <span className="break-all font-mono text-xs">{model}</span>
              <span className="text-faint"> · {words.say(status)}</span>
            </li>
          ))}
        </List>
      )}
      {access.runtimes.length > 0 && (
        <List title={t('runtimes')}>
          {access.runtimes.map((runtime) => (
            <li key={runtime.en} className="break-words">
              {words.say(runtime)}
            </li>
          ))}
        </List>
      )}
      {access.hubIds.length > 0 && (
        <List title={t('hubIds')}>
          {access.hubIds.map((id) => (
            <li key={id} className="break-all font-mono text-xs">
              <a
                href={`https://huggingface.co/${id}`}
                target="_blank"
                rel="noopener noreferrer"
                className={textLinkClass}
              >
                {id}
                <span className="sr-only"> {t('opensInNewTab')}</span>
              </a>
            </li>
          ))}
        </List>
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
