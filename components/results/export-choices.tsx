'use client';

import { useTranslations } from 'next-intl';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { type ExportFormatName, exportFormatNames } from '#lib/preferences/export/format-names.ts';

export const personalDataChoices = ['keep', 'mask', 'leave-out'] as const;
export type PersonalDataChoice = (typeof personalDataChoices)[number];

type Props = {
  format: ExportFormatName;
  onFormat: (format: ExportFormatName) => void;
  personalData: PersonalDataChoice;
  onPersonalData: (choice: PersonalDataChoice) => void;
  isDisabled: boolean;
};

/** What a file is to hold. */
export function ExportChoices({ format, onFormat, personalData, onPersonalData, isDisabled }: Props) {
  const t = useTranslations('exports');
  return (
    <div className="flex flex-col gap-4">
      <Field label={t('format')} hint={t(`formats.${format}.text`)}>
        <Select
          label={t('format')}
          value={format}
          onChange={onFormat}
          isDisabled={isDisabled}
          options={exportFormatNames.map((value) => ({
            value,
            label: t(`formats.${value}.name`),
            hint: t(`formats.${value}.text`),
          }))}
        />
      </Field>
      <Field label={t('personalData')} hint={t('personalDataHint')}>
        <Select
          label={t('personalData')}
          value={personalData}
          onChange={onPersonalData}
          isDisabled={isDisabled}
          options={personalDataChoices.map((value) => ({ value, label: t(`personalDataChoices.${value}`) }))}
        />
      </Field>
    </div>
  );
}
