'use client';

import { Toggle } from '@base-ui/react/toggle';
import { ToggleGroup as BaseToggleGroup } from '@base-ui/react/toggle-group';
import type { ReactNode } from 'react';
import { cn } from '#components/ui/class-names.ts';
import { Tooltip } from '#components/ui/tooltip.tsx';

type Option<Value extends string> = {
  value: Value;
  label: string;
  /** Shown instead of the label, which then becomes the tooltip. */
  icon?: ReactNode;
};

type Props<Value extends string> = {
  label: string;
  value: Value | null;
  /** null when the pressed option was pressed again and `canBeEmpty` allows it. */
  onChange: (value: Value | null) => void;
  options: readonly Option<Value>[];
  canBeEmpty?: boolean;
  className?: string;
};

/** One of a few, all in sight. */
export function ToggleGroup<Value extends string>(props: Props<Value>) {
  const { label, value, onChange, options, canBeEmpty = false, className } = props;
  return (
    <BaseToggleGroup
      aria-label={label}
      value={value === null ? [] : [value]}
      onValueChange={([next]) => {
        if (next !== undefined) onChange(next);
        else if (canBeEmpty) onChange(null);
      }}
      className={cn('inline-flex rounded-md border border-line bg-panel p-0.5', className)}
    >
      {options.map((option) => (
        <ToggleOption key={option.value} option={option} />
      ))}
    </BaseToggleGroup>
  );
}

function ToggleOption<Value extends string>({ option }: { option: Option<Value> }) {
  const toggle = (
    <Toggle
      value={option.value}
      aria-label={option.label}
      className="inline-flex h-7 min-w-7 items-center justify-center gap-1.5 whitespace-nowrap rounded-sm px-2 text-soft text-sm hover:text-ink touch:min-h-10 touch:min-w-10 data-pressed:bg-selected data-pressed:font-medium data-pressed:text-ink [&_svg]:size-4"
    >
      {option.icon ?? option.label}
    </Toggle>
  );
  return option.icon ? <Tooltip content={option.label}>{toggle}</Tooltip> : toggle;
}
