import type { ComponentProps } from 'react';
import { cn } from '#components/ui/class-names.ts';
import { controlClass } from '#components/ui/input-class.ts';

type Props = Omit<ComponentProps<'input'>, 'onChange' | 'value' | 'aria-label'> & {
  label: string;
  value: string;
  onChange: (value: string) => void;
};

/** A text field with nothing around it, for searches and tools; in forms, Field with Input. */
export function PlainInput({ label, value, onChange, className, ...rest }: Props) {
  return (
    <input
      {...rest}
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      className={cn(controlClass, 'h-8', className)}
    />
  );
}
