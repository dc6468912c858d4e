'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useErrorText } from '#app/_lib/client/use-error-text.ts';
import { type ExportChoice, exportAddress, useExport } from '#app/_lib/client/use-export.ts';
import { ExportChoices } from '#components/results/export-choices.tsx';
import { ExportSummary } from '#components/results/export-summary.tsx';
import { Button, buttonClass } from '#components/ui/button.tsx';
import { Callout } from '#components/ui/callout.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Spinner } from '#components/ui/spinner.tsx';

type Props = { isOpen: boolean; onOpenChange: (isOpen: boolean) => void; filters: string };

/** Takes the records that the list shows out of Baijia. */
export function ExportDialog({ isOpen, onOpenChange, filters }: Props) {
  const t = useTranslations('exports');
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={t('title')}
      description={t(filters === '' ? 'everything' : 'filtered')}
    >
      {isOpen && <ExportForm filters={filters} />}
    </Dialog>
  );
}

function ExportForm({ filters }: { filters: string }) {
  const t = useTranslations('exports');
  const errorText = useErrorText();
  const [choice, setChoice] = useState<ExportChoice>({
    format: 'trl-preference',
    part: 'rows',
    personalData: 'keep',
  });
  const { count, state, start, cancel, reset } = useExport(choice, filters);
  const isRunning = state.kind === 'running';
  const found = count.data;
  const failure = state.kind === 'failed' ? state.error : count.error;

  function change(fields: Partial<ExportChoice>): void {
    reset();
    setChoice({ ...choice, ...fields });
  }

  return (
    <div className="flex flex-col gap-4">
      <ExportChoices choice={choice} onChange={change} isDisabled={isRunning} />
      <div role="status" className="min-h-10">
        {count.isFetching && !found && (
          <p className="flex items-center gap-2 text-soft">
            <Spinner /> {t('counting')}
          </p>
        )}
        {found && (
          <ExportSummary
            {...found}
            personalData={choice.personalData === 'keep' ? null : found.personalData}
          />
        )}
      </div>
      {failure !== null && failure !== undefined && (
        <Callout tone="bad" isAlert title={t('failed')}>
          {errorText(failure)}
        </Callout>
      )}
      {isRunning && <Progress bytes={state.bytes} of={found?.bytes ?? null} />}
      {state.kind === 'done' && <Callout tone="good" title={t('done')} />}
      <div className="flex flex-wrap items-center gap-2">
        {isRunning ? (
          <Button onClick={cancel}>{t('cancel')}</Button>
        ) : (
          <Button tone="primary" onClick={() => void start()} disabled={found?.rows === 0}>
            {t('download')}
          </Button>
        )}
        {choice.part === 'rows' && <PartLinks choice={choice} filters={filters} />}
      </div>
    </div>
  );
}

/** The small files that stand beside the rows; a folder has them in it. */
function PartLinks({ choice, filters }: { choice: ExportChoice; filters: string }) {
  const t = useTranslations('exports');
  const parts = [
    { part: 'manifest', name: `baijia-${choice.format}.manifest.json`, label: t('manifest') },
    ...(choice.format === 'llama-factory'
      ? [{ part: 'dataset-info', name: 'dataset_info.json', label: t('datasetInfo') }]
      : []),
  ];
  return parts.map(({ part, name, label }) => (
    <a
      key={part}
      href={`/api/v1${exportAddress(choice, filters, part)}`}
      download={name}
      className={buttonClass('quiet')}
    >
      {label}
    </a>
  ));
}

function Progress({ bytes, of }: { bytes: number; of: number | null }) {
  const t = useTranslations('exports');
  const share = of === null || of === 0 ? null : Math.min(1, bytes / of);
  return (
    <progress
      aria-label={t('progress')}
      className="h-2 w-full accent-accent"
      {...(share === null ? {} : { value: share, max: 1 })}
    />
  );
}
