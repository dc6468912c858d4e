import { Button as BaseButton } from '@base-ui/react/button';
import type { ComponentProps } from 'react';
import { cn } from '#components/ui/class-names.ts';
import { Spinner } from '#components/ui/spinner.tsx';

export type ButtonTone = 'primary' | 'plain' | 'quiet' | 'danger';
export type ButtonSize = 'sm' | 'md';

const tones: Record<ButtonTone, string> = {
  primary: 'bg-accent text-on-accent hover:not-data-disabled:bg-accent-hover',
  plain: 'border border-line-strong bg-panel text-ink hover:not-data-disabled:bg-hover',
  quiet: 'text-soft hover:not-data-disabled:bg-hover hover:not-data-disabled:text-ink',
  danger: 'border border-bad bg-panel text-bad hover:not-data-disabled:bg-hover',
};

const sizes: Record<ButtonSize, string> = {
  sm: 'h-7 gap-1.5 px-2 text-sm',
  md: 'h-8 gap-2 px-3 text-base',
};

/** The looks of a button, for links that should look like one. */
export function buttonClass(tone: ButtonTone = 'plain', size: ButtonSize = 'md'): string {
  return cn(
    'inline-flex shrink-0 select-none items-center justify-center rounded-md font-medium whitespace-nowrap transition-colors',
    'touch:min-h-10 touch:min-w-10 data-disabled:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0',
    sizes[size],
    tones[tone],
  );
}

type Props = Omit<ComponentProps<typeof BaseButton>, 'className'> & {
  tone?: ButtonTone;
  size?: ButtonSize;
  /** Shows a spinner and refuses clicks, but keeps the focus. */
  isBusy?: boolean;
  className?: string;
};

export function Button({ tone, size, isBusy = false, disabled, className, children, ...rest }: Props) {
  return (
    <BaseButton
      type="button"
      {...rest}
      disabled={disabled === true || isBusy}
      focusableWhenDisabled={isBusy}
      aria-busy={isBusy || undefined}
      className={cn(buttonClass(tone, size), className)}
    >
      {isBusy && <Spinner />}
      {children}
    </BaseButton>
  );
}
