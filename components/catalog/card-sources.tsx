import ExternalLink from 'lucide-react/icons/external-link';
import { useTranslations } from 'next-intl';
import { CardSection, type SectionLevel } from '#components/catalog/card-section.tsx';
import { sourceAnchor } from '#components/catalog/source-marks.tsx';
import { useCardWords } from '#components/catalog/use-card-words.ts';
import type { Card } from '#lib/catalog/schema.ts';

type Props = { card: Card; level?: SectionLevel };

export function CardSources({ card, level = 3 }: Props) {
  const t = useTranslations('catalog');
  const words = useCardWords();
  return (
    <CardSection level={level} title={t('sourcesTitle')}>
      <ol className="flex list-decimal flex-col gap-2 pl-6 marker:text-faint marker:text-sm">
        {card.sources.map(({ title, url, date }, index) => (
          <li
            key={url}
            id={sourceAnchor(index + 1)}
            className="min-w-0 scroll-mt-16 rounded-sm target:bg-selected"
          >
            <a
              href={url}
              target="_blank"
              rel="noopener noreferrer"
              className="inline break-words underline decoration-line-strong underline-offset-2 hover:decoration-ink"
            >
              <span lang="en">{title}</span>
              <ExternalLink aria-hidden className="ml-1 inline size-3.5 align-[-0.125em] text-faint" />
              <span className="sr-only">{t('opensInNewTab')}</span>
            </a>
            <span className="block break-words text-faint text-xs">
              {new URL(url).hostname}
              {date && ` · ${date}`}
            </span>
          </li>
        ))}
      </ol>
      <p className="text-faint text-sm">{t('sourcesHint')}</p>
      <p className="text-faint text-sm">
        {t('checkedAgainst', { list: words.sentences(card.checkedAgainst) })}
      </p>
    </CardSection>
  );
}
