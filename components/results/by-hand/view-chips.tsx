'use client';

import BookmarkPlus from 'lucide-react/icons/bookmark-plus';
import Settings2 from 'lucide-react/icons/settings-2';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { cn } from '#components/ui/class-names.ts';
import { IconButton } from '#components/ui/icon-button.tsx';
import type { View } from '#lib/preferences/view-schema.ts';

type Props = {
  views: readonly View[];
  /** The view whose filter is the present one. */
  activeId: string | null;
  onOpen: (view: View) => void;
  /** Undefined where there is nothing new to save. */
  onSave: (() => void) | undefined;
  onManage: () => void;
};

/** Saved filters above the list. */
export function ViewChips({ views, activeId, onOpen, onSave, onManage }: Props) {
  const t = useTranslations('results.savedViews');
  if (views.length === 0 && !onSave) return null;
  return (
    <div role="toolbar" aria-label={t('title')} className="flex flex-wrap items-center gap-1.5">
      {views.map((view) => (
        <Button
          key={view.id}
          size="sm"
          aria-pressed={view.id === activeId}
          onClick={() => onOpen(view)}
          className={cn(view.id === activeId && 'bg-selected')}
        >
          <span dir="auto" className="max-w-40 truncate">
            {view.name}
          </span>
        </Button>
      ))}
      {onSave && (
        <Button size="sm" tone="quiet" aria-haspopup="dialog" onClick={onSave}>
          <BookmarkPlus aria-hidden />
          {t('save')}
        </Button>
      )}
      {views.length > 0 && (
        <IconButton label={t('manage')} icon={<Settings2 aria-hidden />} size="sm" onClick={onManage} />
      )}
    </div>
  );
}
