'use client';

import type { ReactNode } from 'react';
import { Button } from '#components/ui/button.tsx';
import { useFirstOpen } from '#components/ui/use-first-open.ts';

type OpenState = { isOpen: boolean; onOpenChange: (isOpen: boolean) => void };
type Props = { icon: ReactNode; label: string; dialog: (state: OpenState) => ReactNode };

/** Opens a dialog, which is mounted with its first opening: one that is imported dynamically is fetched only then. */
export function DialogButton({ icon, label, dialog }: Props) {
  const { isOpen, wasOpen, change } = useFirstOpen({});
  return (
    <>
      <Button size="sm" aria-haspopup="dialog" onClick={() => change(true)}>
        {icon}
        {label}
      </Button>
      {wasOpen && dialog({ isOpen, onOpenChange: change })}
    </>
  );
}
