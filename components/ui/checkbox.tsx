'use client';

import { Checkbox as BaseCheckbox } from '@base-ui/react/checkbox';
import Check from 'lucide-react/icons/check';
import type { ReactNode } from 'react';

type Props = {
  isChecked: boolean;
  onChange: (isChecked: boolean) => void;
  children: ReactNode;
  isDisabled?: boolean;
};

/** A box with its label to the right; the label is part of the target. */
export function Checkbox({ isChecked, onChange, children, isDisabled = false }: Props) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the Base UI checkbox inside
    <label className="flex min-h-7 items-center gap-2 touch:min-h-10">
      <BaseCheckbox.Root
        checked={isChecked}
        onCheckedChange={onChange}
        disabled={isDisabled}
        className="flex size-4 shrink-0 items-center justify-center rounded-sm border border-line-strong bg-raised data-checked:border-ink data-checked:bg-ink data-disabled:opacity-55"
      >
        <BaseCheckbox.Indicator className="text-panel">
          <Check aria-hidden className="size-3" strokeWidth={3} />
        </BaseCheckbox.Indicator>
      </BaseCheckbox.Root>
      <span>{children}</span>
    </label>
  );
}
