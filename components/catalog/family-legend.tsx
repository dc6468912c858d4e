import { useTranslations } from 'next-intl';
import { FamilyMark } from '#components/catalog/family-mark.tsx';

const families = ['decoder-only', 'encoder-decoder', 'glm', 'multi-task'] as const;

export function FamilyLegend() {
  const t = useTranslations('catalog');
  return (
    <>
      {families.map((architecture) => (
        <LegendEntry key={architecture} text={t(`architecture.${architecture}`)}>
          <FamilyMark x={8} y={8} architecture={architecture} />
        </LegendEntry>
      ))}
      <LegendEntry text={t('pictures.otherFamily')}>
        <FamilyMark x={8} y={8} architecture="unknown" />
      </LegendEntry>
    </>
  );
}

export function LegendEntry({ text, children }: { text: string; children: React.ReactNode }) {
  return (
    <span className="flex items-center gap-1.5">
      <svg aria-hidden width="16" height="16">
        {children}
      </svg>
      {text}
    </span>
  );
}
