'use client';

import { useTranslations } from 'next-intl';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { Switch } from '#components/ui/switch.tsx';
import { type ImportFormatName, importFormatNames } from '#lib/preferences/import/format-names.ts';

type Props = {
  format: ImportFormatName | null;
  onFormat: (format: ImportFormatName) => void;
  counts: boolean;
  onCounts: (counts: boolean) => void;
  isDisabled: boolean;
};

/** How the file is read, and whether its judgements count. */
export function ImportChoices(props: Props) {
  const { format, onFormat, counts, onCounts, isDisabled } = props;
  const t = useTranslations('imports');
  return (
    <div className="flex flex-col gap-4">
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
    </div>
  );
}
