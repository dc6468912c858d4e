'use client';

import { Field as BaseField } from '@base-ui/react/field';
import CircleAlert from 'lucide-react/icons/circle-alert';
import type { ReactNode } from 'react';
import { cn } from '#components/ui/class-names.ts';

type Props = {
  label: ReactNode;
  hint?: ReactNode;
  /** Words for the person; its presence marks the control as invalid. */
  error?: ReactNode;
  name?: string;
  /** Puts label and control in one line, for switches and checkboxes. */
  isInline?: boolean;
  className?: string;
  children: ReactNode;
};

export function Field({ label, hint, error, name, isInline = false, className, children }: Props) {
  const hasError = error !== undefined && error !== null && error !== '';
  return (
    <BaseField.Root
      invalid={hasError}
      {...(name ? { name } : {})}
      className={cn('flex flex-col gap-1', className)}
    >
      <div className={cn(isInline ? 'flex items-center justify-between gap-3' : 'flex flex-col gap-1')}>
        <BaseField.Label className="font-medium text-base text-ink">{label}</BaseField.Label>
        {children}
      </div>
      {hint && <BaseField.Description className="text-faint text-sm">{hint}</BaseField.Description>}
      <BaseField.Error match={hasError} className="flex items-start gap-1.5 text-bad text-sm">
        <CircleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
        {error}
      </BaseField.Error>
    </BaseField.Root>
  );
}
