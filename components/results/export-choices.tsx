'use client';

import { useTranslations } from 'next-intl';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { type ExportFormatName, exportFormatNames } from '#lib/preferences/export/format-names.ts';

export const personalDataChoices = ['keep', 'mask', 'leave-out'] as const;
export type PersonalDataChoice = (typeof personalDataChoices)[number];

type Choice = {
  format: ExportFormatName;
  /** The rows in one file, or a dataset folder. */
  part: 'rows' | 'folder';
  personalData: PersonalDataChoice;
};
const parts = ['rows', 'folder'] as const satisfies Choice['part'][];

type Props = { choice: Choice; onChange: (change: Partial<Choice>) => void; isDisabled: boolean };

/** What a file is to hold. */
export function ExportChoices({ choice: { format, part, personalData }, onChange, isDisabled }: Props) {
  const t = useTranslations('exports');
  return (
    <div className="flex flex-col gap-4">
      <Field label={t('format')} hint={t(`formats.${format}.text`)}>
        <Select
          label={t('format')}
          value={format}
          onChange={(value) => onChange({ format: value })}
          isDisabled={isDisabled}
          options={exportFormatNames.map((value) => ({
            value,
            label: t(`formats.${value}.name`),
            hint: t(`formats.${value}.text`),
          }))}
        />
      </Field>
      <Field label={t('part')} hint={t(`parts.${part}.text`)}>
        <Select
          label={t('part')}
          value={part}
          onChange={(value) => onChange({ part: value })}
          isDisabled={isDisabled}
          options={parts.map((value) => ({ value, label: t(`parts.${value}.name`) }))}
        />
      </Field>
      <Field label={t('personalData')} hint={t('personalDataHint')}>
        <Select
          label={t('personalData')}
          value={personalData}
          onChange={(value) => onChange({ personalData: value })}
          isDisabled={isDisabled}
          options={personalDataChoices.map((value) => ({ value, label: t(`personalDataChoices.${value}`) }))}
        />
      </Field>
    </div>
  );
}
