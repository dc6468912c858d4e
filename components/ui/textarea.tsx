import { Field as BaseField } from '@base-ui/react/field';
import type { ComponentProps } from 'react';
import { cn } from '#components/ui/class-names.ts';
import { controlClass } from '#components/ui/input-class.ts';

/** Grows with its text where the browser can; inside a Field it takes label, hint and error from there. */
export function Textarea({ className, ...rest }: ComponentProps<'textarea'>) {
  return (
    <BaseField.Control
      render={
        <textarea
          rows={3}
          {...rest}
          className={cn(controlClass, 'field-sizing-content max-h-80 min-h-16 resize-y py-1.5', className)}
        />
      }
    />
  );
}
