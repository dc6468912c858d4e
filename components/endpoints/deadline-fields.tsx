'use client';

import { useTranslations } from 'next-intl';
import { deadlineFields, deadlineNames } from '#components/endpoints/deadline-draft.ts';
import type { FieldsProps } from '#components/endpoints/fields-props.ts';
import { Field } from '#components/ui/field.tsx';
import { NumberField } from '#components/ui/number-field.tsx';
import { defaultTimeouts } from '#lib/endpoints/default-timeouts.ts';

/** How long each step of an answer may take; what is left empty has the default. */
export function DeadlineFields({ draft, problems, onChange }: FieldsProps) {
  const t = useTranslations('endpoints');
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="font-medium">{t('deadlines')}</legend>
      <p className="text-small text-soft">{t('deadlinesHint')}</p>
      <div className="grid gap-4 sm:grid-cols-2">
        {deadlineNames.map((name) => {
          const problem = problems[name];
          const seconds = defaultTimeouts[deadlineFields[name]] / 1000;
          return (
            <Field
              key={name}
              label={t(`fields.${name}`)}
              hint={t('deadlineDefault', { seconds })}
              error={problem ? t(`problems.${problem}`) : undefined}
            >
              <NumberField
                min={0.1}
                max={86_400}
                step={10}
                value={draft[name]}
                onChange={(value) => onChange({ [name]: value })}
                format={{ maximumFractionDigits: 3 }}
              />
            </Field>
          );
        })}
      </div>
    </fieldset>
  );
}
