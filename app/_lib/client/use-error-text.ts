'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { ApiError } from '#app/_lib/client/request.ts';

/** Puts whatever a request threw into words a person can act on. */
export function useErrorText(): (error: unknown) => string {
  const t = useTranslations('errors.api');
  return useCallback(
    (error) => {
      if (!(error instanceof ApiError)) return t('internal');
      return t(error.code, { message: error.message, seconds: error.retryAfterSeconds ?? 0 });
    },
    [t],
  );
}
