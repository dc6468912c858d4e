import { useTranslations } from 'next-intl';
import { ToggleGroup } from '#components/ui/toggle-group.tsx';
import type { Strength } from '#lib/preferences/ranking-draft.ts';

type Props = { value: Strength | null; onChange: (strength: Strength | null) => void };

const strengths = [1, 2, 3] as const;

/** How much better the better answer is. */
export function StrengthChoice({ value, onChange }: Props) {
  const t = useTranslations('judge');
  return (
    <ToggleGroup
      label={t('strength')}
      canBeEmpty
      value={value === null ? null : `${value}`}
      onChange={(next) => onChange(strengths.find((strength) => `${strength}` === next) ?? null)}
      options={strengths.map((strength) => ({ value: `${strength}`, label: t(`strengths.${strength}`) }))}
    />
  );
}
