import type { ComponentProps, MouseEvent } from 'react';
import { cn } from '#components/ui/class-names.ts';
import { Spinner } from '#components/ui/spinner.tsx';

export type ButtonTone = 'primary' | 'plain' | 'quiet' | 'danger';
export type ButtonSize = 'sm' | 'md';

const tones: Record<ButtonTone, string> = {
  primary: 'bg-accent text-on-accent not-disabled:hover:bg-accent-hover',
  plain: 'border border-line-strong bg-panel text-ink not-disabled:hover:bg-hover',
  quiet: 'text-soft not-disabled:hover:bg-hover not-disabled:hover:text-ink',
  danger: 'border border-bad bg-panel text-bad not-disabled:hover:bg-hover',
};

const sizes: Record<ButtonSize, string> = {
  sm: 'h-7 gap-1.5 px-2 text-sm',
  md: 'h-8 gap-2 px-3 text-base',
};

/** The looks of a button, for links that should look like one. */
export function buttonClass(tone: ButtonTone = 'plain', size: ButtonSize = 'md'): string {
  return cn(
    'inline-flex shrink-0 select-none items-center justify-center rounded-md font-medium whitespace-nowrap transition-colors',
    'touch:min-h-10 touch:min-w-10 disabled:opacity-55 aria-disabled:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0',
    sizes[size],
    tones[tone],
  );
}

type Props = ComponentProps<'button'> & {
  tone?: ButtonTone;
  size?: ButtonSize;
  /** Shows a spinner and refuses clicks, but keeps the focus. */
  isBusy?: boolean;
};

function refuse(event: MouseEvent): void {
  event.preventDefault();
  event.stopPropagation();
}

export function Button({ tone, size, isBusy = false, className, children, onClick, ...rest }: Props) {
  return (
    <button
      type="button"
      {...rest}
      onClick={isBusy ? refuse : onClick}
      aria-disabled={isBusy || rest['aria-disabled']}
      aria-busy={isBusy || undefined}
      className={cn(buttonClass(tone, size), className)}
    >
      {isBusy && <Spinner />}
      {children}
    </button>
  );
}
