'use client';

import SlidersHorizontal from 'lucide-react/icons/sliders-horizontal';
import { useTranslations } from 'next-intl';
import { lazy, type ReactNode, Suspense } from 'react';
import type { OptionsPopoverProps } from '#components/compare/options-popover.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { useFirstOpen } from '#components/ui/use-first-open.ts';

const OptionsPopover = lazy(async () => {
  const { OptionsPopover: Popover } = await import('#components/compare/options-popover.tsx');
  return { default: Popover };
});

type Props = Omit<OptionsPopoverProps, 'trigger' | 'isOpen' | 'onOpenChange'> &
  Partial<Pick<OptionsPopoverProps, 'isOpen' | 'onOpenChange'>> & {
    /** Said to screen readers and shown as the tooltip. */
    label: string;
    icon?: ReactNode;
  };

/** Opens the options; a dot says that something is set, in words to those who cannot see it. */
export function OptionsButton({ label, icon, isOpen, onOpenChange, ...popover }: Props) {
  const t = useTranslations('compare.lanes');
  const open = useFirstOpen({ isOpen, onOpenChange });
  const { options } = popover;
  const isSet = options.system !== '' || Object.keys(options.params).length > 0;
  const look = {
    label: isSet ? `${label} (${t('own')})` : label,
    size: 'sm',
    className: 'relative',
    icon: (
      <>
        {icon ?? <SlidersHorizontal aria-hidden />}
        {isSet && <span aria-hidden className="absolute end-0.5 top-0.5 size-1.5 rounded-full bg-ink" />}
      </>
    ),
  } as const;
  const button = (
    <IconButton {...look} aria-haspopup="dialog" aria-expanded={false} onClick={() => open.change(true)} />
  );
  if (!open.wasOpen) return button;
  return (
    <Suspense fallback={button}>
      <OptionsPopover
        {...popover}
        trigger={<IconButton {...look} />}
        isOpen={open.isOpen}
        onOpenChange={open.change}
      />
    </Suspense>
  );
}
