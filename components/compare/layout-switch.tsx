'use client';

import Columns3 from 'lucide-react/icons/columns-3';
import Focus from 'lucide-react/icons/focus';
import LayoutGrid from 'lucide-react/icons/layout-grid';
import PanelTop from 'lucide-react/icons/panel-top';
import { useTranslations } from 'next-intl';
import { type Layout, layouts } from '#components/compare/layouts.ts';
import { ToggleGroup } from '#components/ui/toggle-group.tsx';

const icons = { columns: Columns3, grid: LayoutGrid, tabs: PanelTop, focus: Focus };

type Props = { layout: Layout; onChange: (layout: Layout) => void };

export function LayoutSwitch({ layout, onChange }: Props) {
  const t = useTranslations('compare.layout');
  const options = layouts.map((value) => {
    const Icon = icons[value];
    return { value, label: t(value), icon: <Icon aria-hidden /> };
  });
  return (
    <ToggleGroup
      label={t('label')}
      value={layout}
      onChange={(next) => next && onChange(next)}
      options={options}
    />
  );
}
