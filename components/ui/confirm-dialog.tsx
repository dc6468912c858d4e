'use client';

import { AlertDialog } from '@base-ui/react/alert-dialog';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '#components/ui/button.tsx';
import { cn } from '#components/ui/class-names.ts';
import { popupClass } from '#components/ui/popup-class.ts';

type Props = {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  title: ReactNode;
  description: ReactNode;
  /** The verb that will be done: "Delete", never "OK". */
  confirmLabel: string;
  isDangerous?: boolean;
  isBusy?: boolean;
  onConfirm: () => void;
};

export function ConfirmDialog(props: Props) {
  const t = useTranslations('common');
  return (
    <AlertDialog.Root open={props.isOpen} onOpenChange={props.onOpenChange}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="fixed inset-0 z-40 bg-black/30 dark:bg-black/55" />
        <AlertDialog.Popup
          className={cn(
            popupClass,
            'fixed top-1/2 left-1/2 w-[min(26rem,calc(100vw-2rem))] -translate-x-1/2 -translate-y-1/2 p-4',
          )}
        >
          <AlertDialog.Title className="font-semibold text-lg leading-snug">{props.title}</AlertDialog.Title>
          <AlertDialog.Description className="mt-2 text-soft">{props.description}</AlertDialog.Description>
          <div className="mt-4 flex justify-end gap-2">
            <AlertDialog.Close render={<Button tone="quiet">{t('cancel')}</Button>} />
            <Button
              tone={props.isDangerous ? 'danger' : 'primary'}
              isBusy={props.isBusy ?? false}
              onClick={props.onConfirm}
            >
              {props.confirmLabel}
            </Button>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
