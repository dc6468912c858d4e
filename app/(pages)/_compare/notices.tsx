'use client';

import { useTranslations } from 'next-intl';
import { useErrorText } from '#app/_lib/client/use-error-text.ts';
import type { Trouble } from '#app/(pages)/_compare/conversation-state.ts';
import { Button } from '#components/ui/button.tsx';
import { Callout } from '#components/ui/callout.tsx';

type Props = {
  trouble: Trouble | null;
  onDismiss: () => void;
  /** Null while the endpoints are there or on their way. */
  endpointsError: unknown;
  onReloadEndpoints: () => void;
  /** Null unless the lanes were changed under an open comparison. */
  onUndoFork: (() => void) | null;
};

/** What stands between the answers and the composer when something is out of the ordinary. */
export function Notices({ trouble, onDismiss, endpointsError, onReloadEndpoints, onUndoFork }: Props) {
  const t = useTranslations('compare');
  const tCommon = useTranslations('common');
  const errorText = useErrorText();
  return (
    <>
      {endpointsError != null && (
        <Callout
          tone="bad"
          title={t('trouble.endpoints')}
          action={
            <Button size="sm" onClick={onReloadEndpoints}>
              {tCommon('retry')}
            </Button>
          }
        >
          {errorText(endpointsError)}
        </Callout>
      )}
      {trouble && (
        <Callout
          tone="bad"
          isAlert
          title={t(`trouble.${trouble.at}`)}
          action={
            <Button size="sm" onClick={onDismiss}>
              {t('trouble.dismiss')}
            </Button>
          }
        >
          {errorText(trouble.error)}
        </Callout>
      )}
      {onUndoFork && (
        <p role="status" className="flex flex-wrap items-center gap-x-3 gap-y-1 text-soft text-sm">
          {t('composer.fork')}
          <Button tone="quiet" size="sm" onClick={onUndoFork}>
            {t('composer.undoFork')}
          </Button>
        </p>
      )}
    </>
  );
}
