'use client';

import { useTranslations } from 'next-intl';
import { useIsMac } from '#components/shell/is-mac.ts';
import { keyCaps } from '#components/shell/shortcut.ts';
import { useOfferedShortcuts } from '#components/shell/shortcuts.ts';
import { Dialog } from '#components/ui/dialog.tsx';
import { Kbd } from '#components/ui/kbd.tsx';

type Props = { isOpen: boolean; onOpenChange: (isOpen: boolean) => void };

/** All keys that work on this page, by group. */
export function ShortcutSheet({ isOpen, onOpenChange }: Props) {
  const t = useTranslations('shortcuts');
  const isMac = useIsMac();
  // Short groups share a column beside the long one.
  const groups = [...Map.groupBy(useOfferedShortcuts(), ({ group }) => group)].sort(
    ([, some], [, others]) => some.length - others.length,
  );
  return (
    <Dialog isOpen={isOpen} onOpenChange={onOpenChange} title={t('title')} className="sm:w-[min(44rem,92vw)]">
      <div className="gap-8 sm:columns-2">
        {groups.map(([group, shortcuts]) => (
          <section key={group} className="mb-6 break-inside-avoid">
            <h3 className="mb-2 font-semibold text-faint text-sm">{group}</h3>
            <dl>
              {shortcuts.map((shortcut) => (
                <div key={shortcut.id} className="flex items-center justify-between gap-4 py-1">
                  <dt>{shortcut.label}</dt>
                  <dd className="flex shrink-0 gap-1">
                    {keyCaps(shortcut.keys, isMac).map((cap) => (
                      <Kbd key={cap}>{cap}</Kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
