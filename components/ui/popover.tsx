'use client';

import { Popover as BasePopover } from '@base-ui/react/popover';
import type { ReactElement, ReactNode } from 'react';
import { cn } from '#components/ui/class-names.ts';
import { popupClass } from '#components/ui/popup-class.ts';

type Props = {
  /** A button; it gets aria-expanded and opens the popover. */
  trigger: ReactElement;
  title?: ReactNode;
  side?: 'top' | 'bottom' | 'left' | 'right';
  align?: 'start' | 'center' | 'end';
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
  className?: string;
  children: ReactNode;
};

export function Popover(props: Props) {
  const {
    trigger,
    title,
    side = 'bottom',
    align = 'start',
    isOpen,
    onOpenChange,
    className,
    children,
  } = props;
  return (
    <BasePopover.Root
      {...(isOpen === undefined ? {} : { open: isOpen })}
      {...(onOpenChange ? { onOpenChange } : {})}
    >
      <BasePopover.Trigger render={trigger} />
      <BasePopover.Portal>
        <BasePopover.Positioner
          sideOffset={6}
          side={side}
          align={align}
          collisionPadding={8}
          className="z-50"
        >
          <BasePopover.Popup
            className={cn(
              popupClass,
              'max-h-(--available-height) w-80 max-w-[calc(100vw-1rem)] overflow-y-auto p-4',
              className,
            )}
          >
            {title && <BasePopover.Title className="mb-2 font-semibold">{title}</BasePopover.Title>}
            {children}
          </BasePopover.Popup>
        </BasePopover.Positioner>
      </BasePopover.Portal>
    </BasePopover.Root>
  );
}
