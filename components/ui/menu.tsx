'use client';

import { Menu as BaseMenu } from '@base-ui/react/menu';
import type { ReactElement, ReactNode } from 'react';
import { cn } from '#components/ui/class-names.ts';
import { menuItemClass, popupClass } from '#components/ui/popup-class.ts';

type MenuProps = {
  /** A button; it gets aria-expanded and opens the menu. */
  trigger: ReactElement;
  side?: 'top' | 'bottom';
  align?: 'start' | 'center' | 'end';
  children: ReactNode;
};

export function Menu({ trigger, side = 'bottom', align = 'end', children }: MenuProps) {
  return (
    <BaseMenu.Root>
      <BaseMenu.Trigger render={trigger} />
      <BaseMenu.Portal>
        <BaseMenu.Positioner sideOffset={4} side={side} align={align} collisionPadding={8} className="z-50">
          <BaseMenu.Popup
            className={cn(popupClass, 'max-h-(--available-height) min-w-44 max-w-96 overflow-y-auto p-1')}
          >
            {children}
          </BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  );
}

type ItemProps = {
  icon?: ReactNode;
  onSelect: () => void;
  isDisabled?: boolean;
  isDangerous?: boolean;
  children: ReactNode;
};

export function MenuItem({ icon, onSelect, isDisabled = false, isDangerous = false, children }: ItemProps) {
  return (
    <BaseMenu.Item
      disabled={isDisabled}
      onClick={onSelect}
      className={cn(menuItemClass, isDangerous && 'text-bad')}
    >
      {icon}
      {children}
    </BaseMenu.Item>
  );
}

export function MenuSeparator() {
  return <BaseMenu.Separator className="my-1 border-line border-t" />;
}
