'use client';

import { Switch as BaseSwitch } from '@base-ui/react/switch';

type Props = {
  isOn: boolean;
  onChange: (isOn: boolean) => void;
  /** Needed outside a Field. */
  label?: string;
  isDisabled?: boolean;
};

export function Switch({ isOn, onChange, label, isDisabled = false }: Props) {
  return (
    <BaseSwitch.Root
      checked={isOn}
      onCheckedChange={onChange}
      disabled={isDisabled}
      aria-label={label}
      className="relative inline-flex h-5 w-9 shrink-0 items-center rounded-full border border-line-strong bg-hover px-0.5 transition-colors after:absolute after:-inset-2.5 data-checked:border-ink data-checked:bg-ink data-disabled:opacity-55"
    >
      <BaseSwitch.Thumb className="size-3.5 rounded-full bg-line-strong transition-[translate] data-checked:translate-x-4 data-checked:bg-panel" />
    </BaseSwitch.Root>
  );
}
