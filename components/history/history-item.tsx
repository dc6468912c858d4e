'use client';

import Ellipsis from 'lucide-react/icons/ellipsis';
import Pencil from 'lucide-react/icons/pencil';
import Trash2 from 'lucide-react/icons/trash-2';
import { useFormatter, useTranslations } from 'next-intl';
import { type MouseEvent, memo } from 'react';
import { cn } from '#components/ui/class-names.ts';
import { IconButton } from '#components/ui/icon-button.tsx';
import { Menu, MenuItem } from '#components/ui/menu.tsx';
import type { ComparisonSummary } from '#lib/arena/history-schema.ts';

export type HistoryItemProps = {
  comparison: ComparisonSummary;
  isCurrent: boolean;
  onOpen: (id: string) => void;
  onRename: (comparison: ComparisonSummary) => void;
  onDelete: (comparison: ComparisonSummary) => void;
};

export const HistoryItem = memo(function HistoryItem(props: HistoryItemProps) {
  const { comparison, isCurrent, onOpen, onRename, onDelete } = props;
  const t = useTranslations('history');
  const format = useFormatter();
  const title = comparison.title || t('untitled');
  const names = comparison.lanes.map((lane) => lane.name ?? lane.label);
  const open = (event: MouseEvent) => {
    // A battle has a page of its own.
    if (comparison.mode === 'blind' || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    onOpen(comparison.id);
  };
  return (
    <li className={cn('group flex items-center rounded-md hover:bg-hover', isCurrent && 'bg-selected')}>
      <a
        href={`${comparison.mode === 'blind' ? '/battle' : '/'}?comparison=${comparison.id}`}
        aria-current={isCurrent ? 'page' : undefined}
        onClick={open}
        title={`${title} · ${format.dateTime(new Date(comparison.updatedAt), { dateStyle: 'medium', timeStyle: 'short' })}`}
        className="min-w-0 flex-1 px-2 py-1.5"
      >
        <span dir="auto" className="block truncate">
          {title}
        </span>
        <span className={cn('block truncate text-xs', isCurrent ? 'text-soft' : 'text-faint')}>
          {comparison.mode === 'blind' ? t('blind') : names.join(' · ')}
        </span>
      </a>
      <span className="opacity-0 focus-within:opacity-100 group-hover:opacity-100 touch:opacity-100 has-data-popup-open:opacity-100">
        <Menu
          trigger={<IconButton label={t('actions', { title })} icon={<Ellipsis aria-hidden />} size="sm" />}
        >
          <MenuItem icon={<Pencil aria-hidden />} onSelect={() => onRename(comparison)}>
            {t('rename')}
          </MenuItem>
          <MenuItem icon={<Trash2 aria-hidden />} isDangerous onSelect={() => onDelete(comparison)}>
            {t('delete')}
          </MenuItem>
        </Menu>
      </span>
    </li>
  );
});
