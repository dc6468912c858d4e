'use client';

import { Toast as BaseToast } from '@base-ui/react/toast';
import CircleAlert from 'lucide-react/icons/circle-alert';
import CircleCheck from 'lucide-react/icons/circle-check';
import Info from 'lucide-react/icons/info';
import X from 'lucide-react/icons/x';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { Button } from '#components/ui/button.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { subscribeToToasts, type ToastOptions, takeToasts } from '#components/ui/toast.ts';

const manager = BaseToast.createToastManager();

function addToast({ title, description, tone = 'info', action }: ToastOptions): void {
  manager.add({
    title,
    ...(description ? { description } : {}),
    type: tone,
    priority: tone === 'bad' ? 'high' : 'low',
    timeout: action || tone === 'bad' ? 10_000 : 5_000,
    ...(action ? { actionProps: { children: action.label, onClick: action.run } } : {}),
  });
}

/** Stands once in the shell, from the first toast on. */
export function ToastRegion() {
  const t = useTranslations('common');
  useEffect(() => {
    const addAll = () => takeToasts().forEach(addToast);
    const unsubscribe = subscribeToToasts(addAll);
    addAll();
    return unsubscribe;
  }, []);
  return (
    <BaseToast.Provider toastManager={manager}>
      <BaseToast.Portal>
        <BaseToast.Viewport
          aria-label={t('notices')}
          className="fixed right-4 bottom-4 z-60 flex w-[min(24rem,calc(100vw-2rem))] flex-col gap-2"
        >
          <ToastList />
        </BaseToast.Viewport>
      </BaseToast.Portal>
    </BaseToast.Provider>
  );
}

function ToneIcon({ tone }: { tone: string | undefined }) {
  if (tone === 'good') return <CircleCheck aria-hidden className="size-4 shrink-0 text-good" />;
  if (tone === 'bad') return <CircleAlert aria-hidden className="size-4 shrink-0 text-bad" />;
  return <Info aria-hidden className="size-4 shrink-0 text-soft" />;
}

function ToastList() {
  const t = useTranslations('common');
  const { toasts } = BaseToast.useToastManager();
  return toasts.map((toast) => (
    <BaseToast.Root
      key={toast.id}
      toast={toast}
      className="rounded-lg border border-line bg-raised text-ink shadow-float transition-opacity data-limited:hidden data-ending-style:opacity-0 data-starting-style:opacity-0"
    >
      <BaseToast.Content className="flex items-start gap-2 p-3">
        <span className="pt-0.5">
          <ToneIcon tone={toast.type} />
        </span>
        <div className="min-w-0 flex-1">
          <BaseToast.Title className="font-medium" />
          <BaseToast.Description className="mt-0.5 break-words text-soft text-sm" />
        </div>
        {toast.actionProps && <BaseToast.Action render={<Button size="sm" />} />}
        <BaseToast.Close render={<IconButton label={t('close')} icon={<X aria-hidden />} size="sm" />} />
      </BaseToast.Content>
    </BaseToast.Root>
  ));
}
