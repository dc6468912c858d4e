'use client';

import ArrowLeft from 'lucide-react/icons/arrow-left';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useErrorText } from '#app/_lib/client/use-error-text.ts';
import { type ImportState, useImport } from '#app/_lib/client/use-import.ts';
import { FileField } from '#components/imports/file-field.tsx';
import { Button, buttonClass } from '#components/ui/button.tsx';
import { Callout } from '#components/ui/callout.tsx';
import { Spinner } from '#components/ui/spinner.tsx';

// Needed once a file is chosen.
const ImportChoices = dynamic(() =>
  import('#components/imports/import-choices.tsx').then((module) => module.ImportChoices),
);
const ImportPreview = dynamic(() =>
  import('#components/imports/import-preview.tsx').then((module) => module.ImportPreview),
);
const ImportOutcome = dynamic(() =>
  import('#components/imports/import-outcome.tsx').then((module) => module.ImportOutcome),
);

/** Takes a file of judgements into the log: look, try, import. */
export function ImportView() {
  const t = useTranslations('imports');
  const { file, format, preview, state, look, run, stop } = useImport();
  const [given, setGiven] = useState<boolean | null>(null);
  // As the API and the command do: Baijia's own judgements count, those of others do not.
  const counts = given ?? format === 'baijia';
  const isBusy = state.kind === 'running' || state.kind === 'reading';
  const isReady = format !== null && !isBusy;
  return (
    <div className="mx-auto flex w-full max-w-5xl flex-col gap-6 p-4 sm:p-6">
      <Link href="/results" className={`${buttonClass('quiet', 'sm')} self-start`}>
        <ArrowLeft aria-hidden />
        {t('back')}
      </Link>
      <div className="flex flex-col gap-1">
        <h1 className="font-semibold text-xl">{t('title')}</h1>
        <p className="max-w-prose text-soft">{t('text')}</p>
      </div>
      <FileField
        name={file?.name ?? null}
        onFile={(chosen) => void look(chosen, null)}
        isDisabled={state.kind === 'running'}
      />
      {file && (
        <ImportChoices
          format={format}
          onFormat={(chosen) => void look(file, chosen)}
          counts={counts}
          onCounts={setGiven}
          isDisabled={state.kind === 'running'}
        />
      )}
      {preview && <ImportPreview preview={preview} hidesRejected={state.kind === 'done'} />}
      {preview && preview.format === null && <Callout tone="warn" title={t('unknown')} />}
      <div role="status" aria-label={t('progress')} className="flex flex-col gap-3">
        <Progress state={state} />
      </div>
      {file && (
        <div className="flex flex-wrap gap-2">
          {state.kind === 'running' ? (
            <Button onClick={stop}>{t('stop')}</Button>
          ) : (
            <>
              <Button onClick={() => void run(true, counts)} disabled={!isReady}>
                {t('try')}
              </Button>
              <Button tone="primary" onClick={() => void run(false, counts)} disabled={!isReady}>
                {t('import')}
              </Button>
            </>
          )}
        </div>
      )}
    </div>
  );
}

function Progress({ state }: { state: ImportState }) {
  const t = useTranslations('imports');
  const errorText = useErrorText();
  if (state.kind === 'reading') return <Busy label={t('reading')} />;
  if (state.kind === 'running') {
    return (
      <>
        <Busy label={t(state.isDryRun ? 'trying' : 'importing')} />
        <progress
          aria-label={t('progress')}
          className="h-2 w-full accent-accent"
          {...(state.share < 1 ? { value: state.share, max: 1 } : {})}
        />
      </>
    );
  }
  if (state.kind === 'stopped') return <Callout tone="info" title={t('stopped')} />;
  if (state.kind === 'failed') {
    return (
      <Callout tone="bad" isAlert title={t('failed')}>
        {errorText(state.error)}
      </Callout>
    );
  }
  if (state.kind !== 'done') return null;
  const toLog = (
    <Link href="/results" className={buttonClass('plain', 'sm')}>
      {t('toLog')}
    </Link>
  );
  return <ImportOutcome isDryRun={state.isDryRun} report={state.report} action={toLog} />;
}

function Busy({ label }: { label: string }) {
  return (
    <p className="flex items-center gap-2 text-soft">
      <Spinner /> {label}
    </p>
  );
}
