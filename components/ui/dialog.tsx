'use client';

import { Dialog as BaseDialog } from '@base-ui/react/dialog';
import X from 'lucide-react/icons/x';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { cn } from '#components/ui/class-names.ts';
import { IconButton } from '#components/ui/icon-button.tsx';

export type DialogProps = {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  /** The row of buttons at the end; it stays in sight while the body scrolls. */
  footer?: ReactNode;
  className?: string;
  children?: ReactNode;
};

const backdropClass =
  'fixed inset-0 z-40 bg-black/30 transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0 dark:bg-black/55';

const surfaceClass =
  'fixed z-50 flex flex-col border-line bg-raised text-ink shadow-float outline-none transition-[opacity,translate] data-ending-style:opacity-0 data-starting-style:opacity-0';

/** A modal in the middle of the page; on a phone it fills the lower part. */
export function Dialog({ className, ...props }: DialogProps) {
  return (
    <ModalSurface
      {...props}
      className={cn(
        'inset-x-0 bottom-0 max-h-[92dvh] rounded-t-lg border',
        'sm:inset-x-auto sm:top-1/2 sm:bottom-auto sm:left-1/2 sm:max-h-[86dvh] sm:w-[min(32rem,calc(100vw-2rem))] sm:-translate-x-1/2 sm:-translate-y-1/2 sm:rounded-lg',
        className,
      )}
    />
  );
}

/** A modal panel along the right or left edge; the whole width on a phone. */
export function Sheet({ side = 'right', className, ...props }: DialogProps & { side?: 'left' | 'right' }) {
  return (
    <ModalSurface
      {...props}
      className={cn(
        'inset-y-0 w-full sm:w-[min(30rem,92vw)]',
        side === 'right' ? 'right-0 sm:border-l' : 'left-0 sm:border-r',
        className,
      )}
    />
  );
}

function ModalSurface(props: DialogProps) {
  const t = useTranslations('common');
  return (
    <BaseDialog.Root open={props.isOpen} onOpenChange={props.onOpenChange}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className={backdropClass} />
        <BaseDialog.Popup className={cn(surfaceClass, props.className)}>
          <header className="flex items-start justify-between gap-3 border-line border-b px-4 py-3">
            <div className="min-w-0">
              <BaseDialog.Title className="font-semibold text-lg leading-snug">
                {props.title}
              </BaseDialog.Title>
              {props.description && (
                <BaseDialog.Description className="mt-0.5 text-soft text-sm">
                  {props.description}
                </BaseDialog.Description>
              )}
            </div>
            <BaseDialog.Close render={<IconButton label={t('close')} icon={<X aria-hidden />} size="sm" />} />
          </header>
          {props.children && <div className="min-h-0 flex-1 overflow-y-auto p-4">{props.children}</div>}
          {props.footer && (
            <footer className="flex flex-wrap items-center justify-end gap-2 border-line border-t px-4 py-3">
              {props.footer}
            </footer>
          )}
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}
