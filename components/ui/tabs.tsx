'use client';

import { Tabs as BaseTabs } from '@base-ui/react/tabs';
import type { ComponentProps, ReactNode } from 'react';
import { cn } from '#components/ui/class-names.ts';

type Props<Value extends string> = {
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  tabs: readonly { value: Value; label: ReactNode }[];
  /** TabPanel elements. */
  children: ReactNode;
  className?: string;
};

export function Tabs<Value extends string>({
  label,
  value,
  onChange,
  tabs,
  children,
  className,
}: Props<Value>) {
  return (
    <BaseTabs.Root value={value} onValueChange={onChange} className={className}>
      <BaseTabs.List aria-label={label} className="flex gap-1 overflow-x-auto border-line border-b">
        {tabs.map((tab) => (
          <BaseTabs.Tab
            key={tab.value}
            value={tab.value}
            className="-mb-px flex h-9 items-center gap-2 whitespace-nowrap border-transparent border-b-2 px-3 text-soft hover:text-ink focus-visible:-outline-offset-2 touch:min-h-10 data-active:border-ink data-active:font-medium data-active:text-ink"
          >
            {tab.label}
          </BaseTabs.Tab>
        ))}
      </BaseTabs.List>
      {children}
    </BaseTabs.Root>
  );
}

/** `keepMounted` keeps the panel's state and scroll position while it is hidden. */
export function TabPanel({
  className,
  ...rest
}: Omit<ComponentProps<typeof BaseTabs.Panel>, 'className'> & { className?: string }) {
  return <BaseTabs.Panel {...rest} className={cn('outline-offset-0', className)} />;
}
