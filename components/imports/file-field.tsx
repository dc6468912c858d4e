'use client';

import Upload from 'lucide-react/icons/upload';
import { useTranslations } from 'next-intl';
import { type DragEvent, useId, useState } from 'react';
import { cn } from '#components/ui/class-names.ts';

type Props = { name: string | null; onFile: (file: File) => void; isDisabled: boolean };

/** Takes a file that is chosen or dropped. */
export function FileField({ name, onFile, isDisabled }: Props) {
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
