'use client';

import Download from 'lucide-react/icons/download';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { ImportLink } from '#app/(pages)/results/_view/import-link.tsx';
import { DialogButton } from '#components/ui/dialog-button.tsx';

const ExportDialog = dynamic(() =>
  import('#app/(pages)/results/_view/export-dialog.tsx').then((module) => module.ExportDialog),
);

/** Opens the export of what the list shows; its dialog is fetched with the first opening. Beside it, the way in. */
export function ExportButton({ filters }: { filters: string }) {
  const t = useTranslations('exports');
  return (
    <div className="flex shrink-0 gap-2">
      <ImportLink />
      <DialogButton
        icon={<Download aria-hidden />}
        label={t('open')}
        dialog={(state) => <ExportDialog {...state} filters={filters} />}
      />
    </div>
  );
}
