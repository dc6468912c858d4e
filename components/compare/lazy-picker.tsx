'use client';

import { cloneElement, lazy, type ReactElement, Suspense } from 'react';
import type { EndpointPickerProps } from '#components/compare/endpoint-picker.tsx';
import { useFirstOpen } from '#components/ui/use-first-open.ts';

const EndpointPicker = lazy(async () => {
  const { EndpointPicker: Picker } = await import('#components/compare/endpoint-picker.tsx');
  return { default: Picker };
});

type Trigger = ReactElement<{ onClick?: () => void; 'aria-haspopup'?: 'dialog'; 'aria-expanded'?: boolean }>;
type Props = Omit<EndpointPickerProps, 'trigger' | 'isOpen' | 'onOpenChange'> &
  Partial<Pick<EndpointPickerProps, 'isOpen' | 'onOpenChange'>> & { trigger: Trigger };

/** An endpoint picker whose list is fetched when it is first opened; until then its trigger is a plain button. */
export function LazyPicker({ trigger, isOpen, onOpenChange, ...picker }: Props) {
  const open = useFirstOpen({ isOpen, onOpenChange });
  const button = cloneElement(trigger, {
    onClick: () => open.change(true),
    'aria-haspopup': 'dialog',
    'aria-expanded': false,
  });
  if (!open.wasOpen) return button;
  return (
    <Suspense fallback={button}>
      <EndpointPicker {...picker} trigger={trigger} isOpen={open.isOpen} onOpenChange={open.change} />
    </Suspense>
  );
}
