'use client';

import type { ComponentProps, ReactNode } from 'react';
import { Button } from '#components/ui/button.tsx';
import { cn } from '#components/ui/class-names.ts';
import { Kbd } from '#components/ui/kbd.tsx';
import { Tooltip } from '#components/ui/tooltip.tsx';

type Props = Omit<ComponentProps<typeof Button>, 'aria-label' | 'children'> & {
  /** Said to screen readers and shown as the tooltip. */
  label: string;
  icon: ReactNode;
  /** The key that does the same, shown in the tooltip. */
  shortcut?: string;
  tooltipSide?: 'top' | 'bottom' | 'left' | 'right';
};

export function IconButton({
  label,
  icon,
  shortcut,
  tooltipSide,
  tone = 'quiet',
  size = 'md',
  className,
  ...rest
}: Props) {
  const content = shortcut ? (
    <span className="flex items-center gap-2">
      {label} <Kbd>{shortcut}</Kbd>
    </span>
  ) : (
    label
  );
  return (
    <Tooltip content={content} {...(tooltipSide ? { side: tooltipSide } : {})}>
      <Button
        {...rest}
        tone={tone}
        size={size}
        aria-label={label}
        className={cn('px-0', size === 'sm' ? 'w-7' : 'w-8', className)}
      >
        {rest.isBusy ? null : icon}
      </Button>
    </Tooltip>
  );
}
