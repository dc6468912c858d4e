import { Input as BaseInput } from '@base-ui/react/input';
import type { ComponentProps } from 'react';
import { cn } from '#components/ui/class-names.ts';
import { controlClass } from '#components/ui/input-class.ts';

type Props = Omit<ComponentProps<typeof BaseInput>, 'className'> & { className?: string };

/** Inside a Field it takes label, hint and error from there; alone it needs an aria-label. */
export function Input({ className, ...rest }: Props) {
  return <BaseInput {...rest} className={cn(controlClass, 'h-8', className)} />;
}
