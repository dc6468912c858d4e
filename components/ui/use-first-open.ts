import { useState } from 'react';

type Control = { isOpen?: boolean | undefined; onOpenChange?: ((isOpen: boolean) => void) | undefined };

/** Open or not, by the parent's word or else by its own; and whether it ever was, so that its content can wait. */
export function useFirstOpen(control: Control) {
  const [isOpenHere, setIsOpenHere] = useState(false);
  const isOpen = control.isOpen ?? isOpenHere;
  const [wasOpen, setWasOpen] = useState(isOpen);
  if (isOpen && !wasOpen) setWasOpen(true);
  return { isOpen, wasOpen, change: control.onOpenChange ?? setIsOpenHere };
}
