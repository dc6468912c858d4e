'use client';

import Braces from 'lucide-react/icons/braces';
import Contrast from 'lucide-react/icons/contrast';
import Keyboard from 'lucide-react/icons/keyboard';
import Languages from 'lucide-react/icons/languages';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useTheme } from 'next-themes';
import { useMemo } from 'react';
import { pages } from '#components/shell/pages.ts';
import { type PaletteCommand, usePaletteSources } from '#components/shell/palette-source.ts';
import { useShortcuts } from '#components/shell/shortcuts.ts';
import { setLocale } from '#i18n/set-locale.ts';

type Openers = { onOpenPalette: () => void; onOpenShortcuts: () => void };

/** Keys and palette entries that are the same on every page. */
export function useShellCommands(openers: Openers): void {
  useShellShortcuts(openers);
  useShellPalette(openers.onOpenShortcuts);
}

function useShellShortcuts({ onOpenPalette, onOpenShortcuts }: Openers): void {
  const t = useTranslations('shortcuts');
  const tNavigation = useTranslations('navigation');
  const router = useRouter();
  const shortcuts = useMemo(() => {
    const group = t('everywhere');
    return [
      { id: 'palette', keys: 'mod+k', label: t('palette'), group, run: onOpenPalette },
      { id: 'shortcuts', keys: '?', label: t('title'), group, run: onOpenShortcuts },
      ...pages.map(({ name, href, keys }) => ({
        id: `page-${name}`,
        keys,
        label: t('goTo', { page: tNavigation(name) }),
        group,
        run: () => router.push(href),
      })),
    ];
  }, [t, tNavigation, router, onOpenPalette, onOpenShortcuts]);
  useShortcuts(shortcuts);
}

function useShellPalette(onOpenShortcuts: () => void): void {
  const t = useTranslations('navigation');
  const tShortcuts = useTranslations('shortcuts');
  const router = useRouter();
  const locale = useLocale();
  const { setTheme } = useTheme();
  const sources = useMemo(() => {
    const pageCommands = pages.map(
      ({ name, href, keys, Icon }): PaletteCommand => ({
        id: `page-${name}`,
        label: t(name),
        icon: <Icon aria-hidden />,
        hint: keys.toUpperCase(),
        keywords: [name],
        run: () => router.push(href),
      }),
    );
    const apiCommand: PaletteCommand = {
      id: 'page-api',
      label: t('api'),
      icon: <Braces aria-hidden />,
      keywords: ['API', 'OpenAPI', 'curl'],
      run: () => router.push('/api'),
    };
    const themes = [
      { theme: 'system', label: t('themeSystem') },
      { theme: 'light', label: t('themeLight') },
      { theme: 'dark', label: t('themeDark') },
    ];
    const settings: PaletteCommand[] = [
      {
        id: 'language',
        label: t('switchLanguage'),
        icon: <Languages aria-hidden />,
        keywords: ['language', '语言', 'English', '中文'],
        run: () => void setLocale(locale === 'en' ? 'zh-CN' : 'en'),
      },
      ...themes.map(({ theme, label }) => ({
        id: `theme-${theme}`,
        label: t('useTheme', { theme: label }),
        icon: <Contrast aria-hidden />,
        keywords: ['theme', theme],
        run: () => setTheme(theme),
      })),
      {
        id: 'shortcuts',
        label: tShortcuts('title'),
        icon: <Keyboard aria-hidden />,
        hint: '?',
        run: onOpenShortcuts,
      },
    ];
    return [
      { id: 'pages', group: t('pages'), load: () => [...pageCommands, apiCommand] },
      { id: 'settings', group: t('settings'), load: () => settings },
    ];
  }, [t, tShortcuts, router, locale, setTheme, onOpenShortcuts]);
  usePaletteSources(sources);
}
