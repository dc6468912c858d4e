'use client';

import { useTranslations } from 'next-intl';
import { ApiError } from '#app/_lib/client/request.ts';
import { useErrorText } from '#app/_lib/client/use-error-text.ts';
import { Button } from '#components/ui/button.tsx';
import { Callout } from '#components/ui/callout.tsx';

type Props = { error: unknown; onRetry: () => void; onDropAnchor: () => void };

/** An anchor can leave the board with a filter: that is mended by one press, anything else by trying again. */
export function BoardFailure({ error, onRetry, onDropAnchor }: Props) {
  const t = useTranslations('leaderboard');
  const tCommon = useTranslations('common');
  const errorText = useErrorText();
  if (error instanceof ApiError && error.details.some(({ path }) => path === 'anchor')) {
    return (
      <Callout
        tone="warn"
        title={t('anchorGone')}
        action={<Button onClick={onDropAnchor}>{t('settings.reset')}</Button>}
      />
    );
  }
  return (
    <Callout
      tone="bad"
      title={t('loadFailed')}
      action={<Button onClick={onRetry}>{tCommon('retry')}</Button>}
    >
      {errorText(error)}
    </Callout>
  );
}
