import { Input as BaseInput } from '@base-ui/react/input';
import type { ComponentProps } from 'react';
import { cn } from '#components/ui/class-names.ts';

export const controlClass =
  'w-full min-w-0 rounded-md border border-line-strong bg-raised px-2 text-base text-ink placeholder:text-faint touch:min-h-10 touch:text-lg data-invalid:border-bad disabled:opacity-55 focus-visible:outline-offset-0';

type Props = Omit<ComponentProps<typeof BaseInput>, 'className'> & { className?: string };

/** Inside a Field it takes label, hint and error from there; alone it needs an aria-label. */
export function Input({ className, ...rest }: Props) {
  return <BaseInput {...rest} className={cn(controlClass, 'h-8', className)} />;
}
