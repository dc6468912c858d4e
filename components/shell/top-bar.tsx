'use client';

import CommandIcon from 'lucide-react/icons/command';
import MenuIcon from 'lucide-react/icons/menu';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Seal } from '#components/shell/brand.tsx';
import { useIsMac } from '#components/shell/is-mac.ts';
import { LanguageButton } from '#components/shell/language-button.tsx';
import { isCurrent, pages } from '#components/shell/pages.ts';
import { ThemeButton } from '#components/shell/theme-button.tsx';
import { Button } from '#components/ui/button.tsx';
import { cn } from '#components/ui/class-names.ts';
import { IconButton } from '#components/ui/icon-button.tsx';
import { Kbd } from '#components/ui/kbd.tsx';

type Props = { onOpenPalette: () => void; onOpenPages: () => void };

export function TopBar({ onOpenPalette, onOpenPages }: Props) {
  const t = useTranslations('navigation');
  const isMac = useIsMac();
  return (
    <header className="sticky top-0 z-30 flex h-(--top-bar-height) shrink-0 items-center gap-1 border-line border-b bg-panel px-2 sm:px-4">
      <IconButton
        label={t('pages')}
        icon={<MenuIcon aria-hidden />}
        onClick={onOpenPages}
        className="md:hidden"
      />
      <Link
        href="/"
        prefetch={false}
        className="mr-3 flex items-center gap-2 rounded-md font-semibold text-lg leading-none"
      >
        <Seal className="size-6" />
        Baijia
      </Link>
      <PageLinks />
      <div className="ml-auto flex items-center gap-1">
        <Button
          tone="quiet"
          onClick={onOpenPalette}
          aria-keyshortcuts="Control+K Meta+K"
          className="max-sm:hidden"
        >
          <span>{t('search')}</span>
          <Kbd>{isMac ? '⌘ K' : 'Ctrl K'}</Kbd>
        </Button>
        <IconButton
          label={t('openPalette')}
          icon={<CommandIcon aria-hidden />}
          onClick={onOpenPalette}
          className="sm:hidden"
        />
        <LanguageButton />
        <ThemeButton />
      </div>
    </header>
  );
}

function PageLinks() {
  const t = useTranslations('navigation');
  const path = usePathname();
  return (
    <nav aria-label={t('pages')} className="hidden items-center gap-1 md:flex">
      {pages.map(({ name, href }) => {
        const current = isCurrent(href, path);
        return (
          <Link
            key={name}
            href={href}
            prefetch={false}
            aria-current={current ? 'page' : undefined}
            className={cn(
              'flex h-8 items-center rounded-md px-2.5 hover:bg-hover touch:h-10',
              current ? 'bg-selected font-medium text-ink' : 'text-soft',
            )}
          >
            {t(name)}
          </Link>
        );
      })}
    </nav>
  );
}
