'use client';

import Contrast from 'lucide-react/icons/contrast';
import { useTranslations } from 'next-intl';
import { useTheme } from 'next-themes';
import { IconButton } from '#components/ui/icon-button.tsx';
import { Menu, MenuRadioGroup } from '#components/ui/menu.tsx';

export function ThemeMenu() {
  const t = useTranslations('navigation');
  const { theme, setTheme } = useTheme();
  return (
    <Menu trigger={<IconButton label={t('theme')} icon={<Contrast aria-hidden />} />}>
      <MenuRadioGroup
        label={t('theme')}
        value={theme ?? 'system'}
        onChange={setTheme}
        options={[
          { value: 'system', label: t('themeSystem') },
          { value: 'light', label: t('themeLight') },
          { value: 'dark', label: t('themeDark') },
        ]}
      />
    </Menu>
  );
}
