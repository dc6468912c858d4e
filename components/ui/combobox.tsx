'use client';

import { Combobox as BaseCombobox } from '@base-ui/react/combobox';
import Check from 'lucide-react/icons/check';
import ChevronsUpDown from 'lucide-react/icons/chevrons-up-down';
import type { ReactNode } from 'react';
import { cn } from '#components/ui/class-names.ts';
import { controlClass } from '#components/ui/input-class.ts';
import { menuItemClass, popupClass } from '#components/ui/popup-class.ts';

export type ComboboxOption = {
  value: string;
  /** Searched as typed. */
  label: string;
  hint?: ReactNode;
};

type Props = {
  options: readonly ComboboxOption[];
  value: string | null;
  /** null when the field was emptied. */
  onChange: (value: string | null) => void;
  emptyText: string;
  /** Needed outside a Field. */
  label?: string;
  placeholder?: string;
  className?: string;
};

/** A field that finds one of many options by typing. */
export function Combobox({ options, value, onChange, emptyText, label, placeholder, className }: Props) {
  const selected = options.find((option) => option.value === value) ?? null;
  return (
    <BaseCombobox.Root
      items={options}
      value={selected}
      onValueChange={(option) => onChange(option?.value ?? null)}
      isItemEqualToValue={(a, b) => a.value === b.value}
    >
      <BaseCombobox.InputGroup className={cn('relative', className)}>
        <BaseCombobox.Input
          aria-label={label}
          placeholder={placeholder}
          className={cn(controlClass, 'h-8 pr-8')}
        />
        <BaseCombobox.Icon className="pointer-events-none absolute inset-y-0 right-2 flex items-center text-faint [&_svg]:size-4">
          <ChevronsUpDown aria-hidden />
        </BaseCombobox.Icon>
      </BaseCombobox.InputGroup>
      <BaseCombobox.Portal>
        <BaseCombobox.Positioner sideOffset={4} className="z-50">
          <BaseCombobox.Popup className={cn(popupClass, 'w-(--anchor-width) max-w-(--available-width)')}>
            <BaseCombobox.Empty>
              <p className="px-3 py-2 text-faint text-sm">{emptyText}</p>
            </BaseCombobox.Empty>
            <BaseCombobox.List className="max-h-[min(22rem,var(--available-height))] overflow-y-auto p-1 data-empty:p-0">
              {(option: ComboboxOption) => (
                <BaseCombobox.Item key={option.value} value={option} className={menuItemClass}>
                  <span className="size-4">
                    <BaseCombobox.ItemIndicator>
                      <Check aria-hidden />
                    </BaseCombobox.ItemIndicator>
                  </span>
                  <span className="flex min-w-0 flex-col">
                    <span className="truncate">{option.label}</span>
                    {option.hint && <span className="truncate text-faint text-xs">{option.hint}</span>}
                  </span>
                </BaseCombobox.Item>
              )}
            </BaseCombobox.List>
          </BaseCombobox.Popup>
        </BaseCombobox.Positioner>
      </BaseCombobox.Portal>
    </BaseCombobox.Root>
  );
}
