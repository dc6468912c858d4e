'use client';

import { Select as BaseSelect } from '@base-ui/react/select';
import Check from 'lucide-react/icons/check';
import ChevronsUpDown from 'lucide-react/icons/chevrons-up-down';
import type { ReactNode } from 'react';
import { cn } from '#components/ui/class-names.ts';
import { controlClass } from '#components/ui/input-class.ts';
import { menuItemClass, popupClass } from '#components/ui/popup-class.ts';

export type SelectOption<Value extends string> = {
  value: Value;
  label: string;
  /** A second, quieter line. */
  hint?: ReactNode;
  isDisabled?: boolean;
};

type Props<Value extends string> = {
  options: readonly SelectOption<Value>[];
  value: Value | null;
  onChange: (value: Value) => void;
  /** Needed outside a Field. */
  label?: string;
  placeholder?: string;
  isDisabled?: boolean;
  className?: string;
};

export function Select<Value extends string>(props: Props<Value>) {
  const { options, value, onChange, label, placeholder, isDisabled = false, className } = props;
  return (
    <BaseSelect.Root
      items={options}
      value={value}
      disabled={isDisabled}
      onValueChange={(next) => {
        if (next !== null) onChange(next);
      }}
    >
      <BaseSelect.Trigger
        aria-label={label}
        className={cn(controlClass, 'flex h-8 items-center justify-between gap-2 text-left', className)}
      >
        <BaseSelect.Value placeholder={placeholder} className="truncate data-placeholder:text-faint" />
        <BaseSelect.Icon className="text-faint [&_svg]:size-4">
          <ChevronsUpDown aria-hidden />
        </BaseSelect.Icon>
      </BaseSelect.Trigger>
      <BaseSelect.Portal>
        <BaseSelect.Positioner sideOffset={4} alignItemWithTrigger={false} className="z-50">
          <BaseSelect.Popup
            className={cn(
              popupClass,
              'max-h-(--available-height) min-w-(--anchor-width) max-w-96 overflow-y-auto p-1',
            )}
          >
            <BaseSelect.List>
              {options.map((option) => (
                <BaseSelect.Item
                  key={option.value}
                  value={option.value}
                  disabled={option.isDisabled ?? false}
                  className={menuItemClass}
                >
                  <span className="size-4">
                    <BaseSelect.ItemIndicator>
                      <Check aria-hidden />
                    </BaseSelect.ItemIndicator>
                  </span>
                  <span className="flex min-w-0 flex-col">
                    <BaseSelect.ItemText className="truncate">{option.label}</BaseSelect.ItemText>
                    {option.hint && <span className="text-faint text-xs">{option.hint}</span>}
                  </span>
                </BaseSelect.Item>
              ))}
            </BaseSelect.List>
          </BaseSelect.Popup>
        </BaseSelect.Positioner>
      </BaseSelect.Portal>
    </BaseSelect.Root>
  );
}
