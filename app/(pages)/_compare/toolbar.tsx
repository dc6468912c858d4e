'use client';

import PanelLeft from 'lucide-react/icons/panel-left';
import Settings2 from 'lucide-react/icons/settings-2';
import { useTranslations } from 'next-intl';
import type { CompareCommands } from '#app/(pages)/_compare/use-compare-shortcuts.ts';
import type { SetupState } from '#app/(pages)/_compare/use-setup.ts';
import { LaneChips } from '#components/compare/lane-chips.tsx';
import { LayoutSwitch } from '#components/compare/layout-switch.tsx';
import type { Layout } from '#components/compare/layouts.ts';
import { OptionsButton } from '#components/compare/options-button.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import type { Endpoint } from '#lib/endpoints/schema.ts';

/** Which of the toolbar's own pop-ups is open. */
export type ToolbarPopup = 'adding' | 'shared' | null;

type Props = {
  setupState: SetupState;
  endpoints: readonly Endpoint[] | undefined;
  layout: Layout;
  isHistoryOpen: boolean;
  commands: CompareCommands;
  popup: ToolbarPopup;
  onPopupChange: (popup: ToolbarPopup) => void;
};

const nothing = { params: {}, system: '' };

export function Toolbar({
  setupState,
  endpoints,
  layout,
  isHistoryOpen,
  commands,
  popup,
  onPopupChange,
}: Props) {
  const t = useTranslations('compare');
  const tHistory = useTranslations('history');
  const { setup, change } = setupState;
  return (
    <div className="flex items-start gap-2 border-line border-b px-3 py-2">
      <IconButton
        label={tHistory(isHistoryOpen ? 'hide' : 'show')}
        icon={<PanelLeft aria-hidden />}
        aria-pressed={isHistoryOpen}
        onClick={commands.toggleHistory}
      />
      {endpoints ? (
        <LaneChips
          setup={setup}
          endpoints={endpoints.filter((endpoint) => endpoint.enabled)}
          onChange={change}
          isAdding={popup === 'adding'}
          onAddingChange={(isOpen) => onPopupChange(isOpen ? 'adding' : null)}
        />
      ) : (
        <div className="flex min-w-0 flex-1 gap-2">
          <Skeleton className="h-9 w-40" />
          <Skeleton className="h-9 w-40" />
          <Skeleton className="h-9 w-40" />
        </div>
      )}
      <div className="flex shrink-0 items-center gap-2">
        <div className="max-sm:hidden">
          <LayoutSwitch layout={layout} onChange={commands.setLayout} />
        </div>
        <OptionsButton
          label={t('options.shared')}
          title={t('options.shared')}
          hint={t('options.sharedHint')}
          icon={<Settings2 aria-hidden />}
          options={setup}
          inherited={nothing}
          onChange={({ params, system }) => change({ ...setup, params, system })}
          isOpen={popup === 'shared'}
          onOpenChange={(isOpen) => onPopupChange(isOpen ? 'shared' : null)}
        />
      </div>
    </div>
  );
}
