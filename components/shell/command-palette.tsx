'use client';

import { Dialog as BaseDialog } from '@base-ui/react/dialog';
import { Command } from 'cmdk';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import {
  type PaletteCommand,
  type PaletteSource,
  useOfferedPaletteSources,
} from '#components/shell/palette-source.ts';
import { cn } from '#components/ui/class-names.ts';
import { popupClass } from '#components/ui/popup-class.ts';

type Group = { id: string; group: string; commands: readonly PaletteCommand[] };

/** What every source offers for a query; a source that fails is simply not there. */
function useGroups(sources: readonly PaletteSource[], query: string): readonly Group[] {
  const [groups, setGroups] = useState<readonly Group[]>([]);
  useEffect(() => {
    const abort = new AbortController();
    const loads = sources.map(async ({ id, group, load }) => ({
      id,
      group,
      commands: await load(query, abort.signal),
    }));
    void Promise.allSettled(loads).then((settled) => {
      if (abort.signal.aborted) return;
      setGroups(settled.flatMap((load) => (load.status === 'fulfilled' ? [load.value] : [])));
    });
    return () => abort.abort();
  }, [sources, query]);
  return groups;
}

type Props = { isOpen: boolean; onOpenChange: (isOpen: boolean) => void };

export function CommandPalette({ isOpen, onOpenChange }: Props) {
  const t = useTranslations('navigation');
  const [query, setQuery] = useState('');
  const groups = useGroups(useOfferedPaletteSources(), query);

  function run(command: PaletteCommand): void {
    onOpenChange(false);
    setQuery('');
    command.run();
  }

  return (
    <BaseDialog.Root open={isOpen} onOpenChange={onOpenChange}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className="fixed inset-0 z-40 bg-black/30 dark:bg-black/55" />
        <BaseDialog.Popup
          className={cn(
            popupClass,
            'fixed top-[12dvh] left-1/2 w-[min(36rem,calc(100vw-1rem))] -translate-x-1/2',
          )}
        >
          <BaseDialog.Title className="sr-only">{t('openPalette')}</BaseDialog.Title>
          <Command loop label={t('openPalette')}>
            <Command.Input
              autoFocus
              value={query}
              onValueChange={setQuery}
              placeholder={t('palettePlaceholder')}
              className="h-12 w-full border-line border-b bg-transparent px-4 text-lg outline-none placeholder:text-faint"
            />
            <Command.List className="max-h-[min(26rem,60dvh)] overflow-y-auto p-2">
              <Command.Empty className="px-3 py-6 text-center text-soft">{t('paletteEmpty')}</Command.Empty>
              {groups.map(({ id, group, commands }) => (
                <Command.Group
                  key={id}
                  heading={group}
                  className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:py-1 [&_[cmdk-group-heading]]:text-faint [&_[cmdk-group-heading]]:text-xs"
                >
                  {commands.map((command) => (
                    <PaletteItem key={command.id} command={command} onSelect={() => run(command)} />
                  ))}
                </Command.Group>
              ))}
            </Command.List>
          </Command>
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}

function PaletteItem({ command, onSelect }: { command: PaletteCommand; onSelect: () => void }) {
  return (
    <Command.Item
      value={command.id}
      keywords={[command.label, ...(command.keywords ?? [])]}
      onSelect={onSelect}
      className="flex min-h-9 cursor-default items-center gap-2 rounded-md px-2 py-1 touch:min-h-11 data-[selected=true]:bg-selected [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-faint"
    >
      {command.icon}
      <span className="min-w-0 flex-1 truncate">{command.label}</span>
      {command.hint && <span className="shrink-0 text-faint text-sm">{command.hint}</span>}
    </Command.Item>
  );
}
