import { useLocale, useTranslations } from 'next-intl';
import { CardSection, type SectionLevel } from '#components/catalog/card-section.tsx';
import type { Card } from '#lib/catalog/schema.ts';

type Props = { promptFormat: Card['promptFormat']; level?: SectionLevel };

/** The prompt that the model expects. */
export function CardPrompt({ promptFormat, level = 3 }: Props) {
  const t = useTranslations('catalog');
  const locale = useLocale();
  const templates = [
    { label: t('template'), text: promptFormat.template },
    { label: t('templateWithInput'), text: promptFormat.templateWithInput },
    { label: t('multiTurn'), text: promptFormat.multiTurn },
  ];
  return (
    <CardSection level={level} title={t('promptTitle')}>
      <p>{promptFormat.description[locale]}</p>
      {templates.map(
        ({ label, text }) =>
          text && (
            <details key={label} className="text-sm">
              <summary className="text-soft">{label}</summary>
              <pre className="mt-1 whitespace-pre-wrap break-words rounded-md border border-line bg-panel p-2 font-mono text-xs">
                {text}
              </pre>
            </details>
          ),
      )}
    </CardSection>
  );
}
