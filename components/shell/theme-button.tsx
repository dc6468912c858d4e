'use client';

import Monitor from 'lucide-react/icons/monitor';
import Moon from 'lucide-react/icons/moon';
import Sun from 'lucide-react/icons/sun';
import { useTranslations } from 'next-intl';
import { useTheme } from 'next-themes';
import { useSyncExternalStore } from 'react';
import { IconButton } from '#components/ui/icon-button.tsx';

const themes = [
  { name: 'system', Icon: Monitor, words: 'themeSystem' },
  { name: 'light', Icon: Sun, words: 'themeLight' },
  { name: 'dark', Icon: Moon, words: 'themeDark' },
] as const;

const nothing = () => () => undefined;

/** Goes round: as the system, light, dark. The server does not know the choice and draws the first. */
export function ThemeButton() {
  const t = useTranslations('navigation');
  const { theme, setTheme } = useTheme();
  const isInBrowser = useSyncExternalStore(
    nothing,
    () => true,
    () => false,
  );
  const position = isInBrowser
    ? Math.max(
        0,
        themes.findIndex(({ name }) => name === theme),
      )
    : 0;
  const { Icon, words } = themes[position] ?? themes[0];
  const next = themes[(position + 1) % themes.length] ?? themes[0];
  return (
    <IconButton
      label={t('themeNow', { theme: t(words), next: t(next.words) })}
      icon={<Icon aria-hidden />}
      onClick={() => setTheme(next.name)}
    />
  );
}
