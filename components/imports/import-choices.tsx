'use client';

import Upload from 'lucide-react/icons/upload';
import { useTranslations } from 'next-intl';
import { type DragEvent, useId, useState } from 'react';
import { cn } from '#components/ui/class-names.ts';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { Switch } from '#components/ui/switch.tsx';
import { type ImportFormatName, importFormatNames } from '#lib/preferences/import/format-names.ts';

type Props = {
  fileName: string | null;
  onFile: (file: File) => void;
  format: ImportFormatName | null;
  onFormat: (format: ImportFormatName) => void;
  counts: boolean;
  onCounts: (counts: boolean) => void;
  isDisabled: boolean;
};

/** Which file, how it is read, and whether its judgements count. */
export function ImportChoices(props: Props) {
  const { fileName, onFile, format, onFormat, counts, onCounts, isDisabled } = props;
  const t = useTranslations('imports');
  return (
    <div className="flex flex-col gap-4">
      <FileField name={fileName} onFile={onFile} isDisabled={isDisabled} />
      {fileName !== null && (
        <>
          <Field label={t('format')} hint={format === null ? t('chooseFormat') : t(`formats.${format}.text`)}>
            <Select
              label={t('format')}
              value={format}
              onChange={onFormat}
              placeholder={t('chooseFormat')}
              isDisabled={isDisabled}
              options={importFormatNames.map((value) => ({
                value,
                label: t(`formats.${value}.name`),
                hint: t(`formats.${value}.text`),
              }))}
            />
          </Field>
          <Field isInline label={t('counts')} hint={t('countsHint')}>
            <Switch isOn={counts} onChange={onCounts} isDisabled={isDisabled} />
          </Field>
        </>
      )}
    </div>
  );
}

type FileFieldProps = { name: string | null; onFile: (file: File) => void; isDisabled: boolean };

function FileField({ name, onFile, isDisabled }: FileFieldProps) {
  const t = useTranslations('imports');
  const id = useId();
  const [isOver, setIsOver] = useState(false);
  function drop(event: DragEvent): void {
    event.preventDefault();
    setIsOver(false);
    const [file] = event.dataTransfer.files;
    if (file && !isDisabled) onFile(file);
  }
  return (
    <label
      htmlFor={id}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
      className={cn(
        'flex cursor-pointer flex-col items-center gap-1 rounded-lg border border-line-strong border-dashed p-6 text-center focus-within:outline-2 focus-within:outline-accent',
        isOver && 'bg-hover',
      )}
    >
      <Upload aria-hidden className="size-6 text-faint" />
      <span className="break-all font-medium">{name ?? t('choose')}</span>
      <span className="text-faint text-sm">{name === null ? t('chooseHint') : t('chooseOther')}</span>
      <input
        id={id}
        type="file"
        accept=".jsonl,.ndjson,.json,.csv,.gz,application/json,text/csv,application/gzip"
        disabled={isDisabled}
        aria-label={t('choose')}
        className="sr-only"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) onFile(file);
          event.target.value = '';
        }}
      />
    </label>
  );
}
