'use client';

import { useTranslations } from 'next-intl';
import { type MouseEvent, type ReactNode, useState } from 'react';
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx';

const protocols = new Set(['http:', 'https:', 'mailto:']);

/** The address if it may be opened from an answer; relative addresses may not: they would lead into Baijia. */
export function safeAddress(href: string | undefined): string | null {
  if (!href || !URL.canParse(href)) return null;
  const url = new URL(href);
  return protocols.has(url.protocol) ? url.href : null;
}

/** A link that a model wrote. Where it leads is shown before it is followed. */
export function ExternalLink({ href, children }: { href?: string | undefined; children?: ReactNode }) {
  const t = useTranslations('lane.link');
  const [isAsking, setIsAsking] = useState(false);
  const address = safeAddress(href);
  if (address === null) return <span>{children}</span>;

  const ask = (event: MouseEvent) => {
    event.preventDefault();
    setIsAsking(true);
  };
  const follow = () => {
    setIsAsking(false);
    window.open(address, '_blank', 'noopener,noreferrer');
  };
  return (
    <>
      <a href={address} rel="noopener noreferrer nofollow" target="_blank" onClick={ask} onAuxClick={ask}>
        {children}
      </a>
      {isAsking && (
        <ConfirmDialog
          isOpen
          onOpenChange={setIsAsking}
          title={t('title')}
          description={
            <>
              {t('description')}
              <span className="mt-2 block max-h-40 overflow-y-auto break-all rounded-md border border-line bg-panel p-2 font-mono text-ink text-sm">
                {address}
              </span>
            </>
          }
          confirmLabel={t('open')}
          onConfirm={follow}
        />
      )}
    </>
  );
}
