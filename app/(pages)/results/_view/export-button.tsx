'use client';

import Download from 'lucide-react/icons/download';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ImportLink } from '#app/(pages)/results/_view/import-link.tsx';
import { Button } from '#components/ui/button.tsx';

const ExportDialog = dynamic(() =>
  import('#app/(pages)/results/_view/export-dialog.tsx').then((module) => module.ExportDialog),
);

/** Opens the export of what the list shows; its dialog is fetched with the first opening. Beside it, the way in. */
export function ExportButton({ filters }: { filters: string }) {
  const t = useTranslations('exports');
  const [isOpen, setIsOpen] = useState(false);
  const [wasOpen, setWasOpen] = useState(false);
  return (
    <div className="flex shrink-0 gap-2">
      <ImportLink />
      <Button
        size="sm"
        aria-haspopup="dialog"
        onClick={() => {
          setWasOpen(true);
          setIsOpen(true);
        }}
      >
        <Download aria-hidden />
        {t('open')}
      </Button>
      {wasOpen && <ExportDialog isOpen={isOpen} onOpenChange={setIsOpen} filters={filters} />}
    </div>
  );
}
