'use client';

import WifiOff from 'lucide-react/icons/wifi-off';
import { useTranslations } from 'next-intl';

/** Lies over the page instead of pushing it, so nothing jumps. */
export function OfflineBanner({ isOffline }: { isOffline: boolean }) {
  const t = useTranslations('common');
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-0 top-(--top-bar-height) z-30 flex justify-center"
    >
      {isOffline && (
        <p className="mt-2 flex items-center gap-2 rounded-lg border border-line bg-raised px-3 py-1.5 text-sm text-warn shadow-float">
          <WifiOff aria-hidden className="size-4 shrink-0" />
          {t('offline')}
        </p>
      )}
    </div>
  );
}
