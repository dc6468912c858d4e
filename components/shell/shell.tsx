'use client';

import dynamic from 'next/dynamic';
import { useCallback, useState } from 'react';
import { OfflineBanner } from '#components/shell/offline-banner.tsx';
import { useShortcutListener } from '#components/shell/shortcuts.ts';
import { SkipLink } from '#components/shell/skip-link.tsx';
import { TopBar } from '#components/shell/top-bar.tsx';
import { useShellCommands } from '#components/shell/use-shell-commands.tsx';
import { useHasToasts } from '#components/ui/toast.ts';

const CommandPalette = dynamic(() =>
  import('#components/shell/command-palette.tsx').then((module) => module.CommandPalette),
);
const ShortcutSheet = dynamic(() =>
  import('#components/shell/shortcut-sheet.tsx').then((module) => module.ShortcutSheet),
);
const PagesSheet = dynamic(() =>
  import('#components/shell/pages-sheet.tsx').then((module) => module.PagesSheet),
);
const ToastRegion = dynamic(() =>
  import('#components/ui/toast-region.tsx').then((module) => module.ToastRegion),
);

type Overlay = 'palette' | 'shortcuts' | 'pages';

/** Everything around the page: bar, palette, keys, notices. Overlays are loaded when first opened. */
export function Shell({ isOffline, children }: { isOffline: boolean; children: React.ReactNode }) {
  const [open, setOpen] = useState<Overlay | null>(null);
  const [opened, setOpened] = useState<ReadonlySet<Overlay>>(new Set());

  const show = useCallback((overlay: Overlay) => {
    setOpened((before) => new Set(before).add(overlay));
    setOpen(overlay);
  }, []);
  const showPalette = useCallback(() => show('palette'), [show]);
  const showShortcuts = useCallback(() => show('shortcuts'), [show]);
  const close = (isOpen: boolean) => {
    if (!isOpen) setOpen(null);
  };

  const hasToasts = useHasToasts();
  useShortcutListener();
  useShellCommands({ onOpenPalette: showPalette, onOpenShortcuts: showShortcuts });

  return (
    <>
      <SkipLink />
      <TopBar onOpenPalette={showPalette} onOpenPages={() => show('pages')} />
      <OfflineBanner isOffline={isOffline} />
      <main id="main" tabIndex={-1} className="flex min-w-0 flex-1 flex-col outline-none">
        {children}
      </main>
      {opened.has('palette') && <CommandPalette isOpen={open === 'palette'} onOpenChange={close} />}
      {opened.has('shortcuts') && <ShortcutSheet isOpen={open === 'shortcuts'} onOpenChange={close} />}
      {opened.has('pages') && <PagesSheet isOpen={open === 'pages'} onOpenChange={close} />}
      {hasToasts && <ToastRegion />}
    </>
  );
}
