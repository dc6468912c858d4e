'use client';

import { cloneElement, lazy, type ReactElement, Suspense, useState } from 'react';
import type { EndpointPickerProps } from '#components/compare/endpoint-picker.tsx';

const EndpointPicker = lazy(async () => {
  const { EndpointPicker: Picker } = await import('#components/compare/endpoint-picker.tsx');
  return { default: Picker };
});

type Trigger = ReactElement<{ onClick?: () => void; 'aria-haspopup'?: 'dialog'; 'aria-expanded'?: boolean }>;
type Props = Omit<EndpointPickerProps, 'trigger' | 'isOpen' | 'onOpenChange'> &
  Partial<Pick<EndpointPickerProps, 'isOpen' | 'onOpenChange'>> & { trigger: Trigger };

/** An endpoint picker whose list is fetched when it is first opened; until then its trigger is a plain button. */
export function LazyPicker({ trigger, isOpen, onOpenChange, ...picker }: Props) {
  const [isOpenHere, setIsOpenHere] = useState(false);
  const isShown = isOpen ?? isOpenHere;
  const [wasShown, setWasShown] = useState(isShown);
  if (isShown && !wasShown) setWasShown(true);
  const change = onOpenChange ?? setIsOpenHere;
  const button = cloneElement(trigger, {
    onClick: () => change(true),
    'aria-haspopup': 'dialog',
    'aria-expanded': false,
  });
  if (!wasShown) return button;
  return (
    <Suspense fallback={button}>
      <EndpointPicker {...picker} trigger={trigger} isOpen={isShown} onOpenChange={change} />
    </Suspense>
  );
}
