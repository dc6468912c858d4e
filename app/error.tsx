'use client';

import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';

type Props = { error: Error & { digest?: string }; reset: () => void };

export default function ErrorPage({ error, reset }: Props) {
  const t = useTranslations('common');
  return (
    <div role="alert">
      <EmptyState
        title={t('failedTitle')}
        description={
          <>
            {t('failedText')}
            {error.digest && (
              <span className="tabular mt-1 block text-faint text-sm">
                {t('reference', { digest: error.digest })}
              </span>
            )}
          </>
        }
        action={
          <Button tone="primary" onClick={reset}>
            {t('retry')}
          </Button>
        }
      />
    </div>
  );
}
