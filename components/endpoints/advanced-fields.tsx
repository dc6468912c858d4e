'use client';

import { useTranslations } from 'next-intl';
import { deadlineNames } from '#components/endpoints/deadline-draft.ts';
import { DeadlineFields } from '#components/endpoints/deadline-fields.tsx';
import type { FieldsProps } from '#components/endpoints/fields-props.ts';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { Field } from '#components/ui/field.tsx';
import { NumberField } from '#components/ui/number-field.tsx';
import { Textarea } from '#components/ui/textarea.tsx';

type NumberName =
  | 'temperature'
  | 'maxTokens'
  | 'inputPrice'
  | 'outputPrice'
  | 'maxConcurrent'
  | 'battleWeight';

const numbers: readonly { name: NumberName; min: number; max?: number; step: number }[] = [
  { name: 'temperature', min: 0, max: 2, step: 0.1 },
  { name: 'maxTokens', min: 1, max: 1_000_000, step: 256 },
  { name: 'inputPrice', min: 0, step: 0.1 },
  { name: 'outputPrice', min: 0, step: 0.1 },
  { name: 'maxConcurrent', min: 1, max: 1000, step: 1 },
  { name: 'battleWeight', min: 0, max: 100, step: 0.5 },
];

/** What most endpoints do without. Opens by itself where something in it is wrong. */
export function AdvancedFields(props: FieldsProps & { headerNames: readonly string[] }) {
  const { draft, problems, onChange, headerNames } = props;
  const t = useTranslations('endpoints');
  const problem = (field: keyof typeof problems) => {
    const name = problems[field];
    return name ? t(`problems.${name}`) : undefined;
  };
  const names = [...numbers.map(({ name }) => name), ...deadlineNames, 'headers' as const];
  const hasProblem = names.some((name) => problems[name]);
  return (
    <details open={hasProblem || undefined} className="group rounded-lg border border-line">
      <summary className="rounded-lg px-3 py-2 font-medium">{t('advanced')}</summary>
      <div className="flex flex-col gap-4 border-line border-t p-3">
        <div className="grid gap-4 sm:grid-cols-2">
          {numbers.map(({ name, ...limits }) => (
            <Field
              key={name}
              label={t(`fields.${name}`)}
              hint={t(`fields.${name}Hint`)}
              error={problem(name)}
            >
              <NumberField
                {...limits}
                value={draft[name]}
                onChange={(value) => onChange({ [name]: value })}
                format={{ maximumFractionDigits: 4 }}
              />
            </Field>
          ))}
        </div>
        <DeadlineFields {...props} />
        <Checkbox isChecked={draft.isPinned} onChange={(isPinned) => onChange({ isPinned })}>
          {t('fields.isPinned')}
        </Checkbox>
        <Field
          label={t('fields.headers')}
          hint={
            headerNames.length > 0
              ? t('fields.headersStored', { names: headerNames.join(', ') })
              : t('fields.headersHint')
          }
          error={problem('headers')}
        >
          <Textarea
            value={draft.headers}
            disabled={draft.forgetsHeaders}
            spellCheck={false}
            placeholder="X-Team: research"
            onChange={(event) => onChange({ headers: event.target.value })}
          />
        </Field>
        {headerNames.length > 0 && (
          <Checkbox
            isChecked={draft.forgetsHeaders}
            onChange={(forgetsHeaders) => onChange({ forgetsHeaders, headers: '' })}
          >
            {t('fields.forgetHeaders')}
          </Checkbox>
        )}
      </div>
    </details>
  );
}
