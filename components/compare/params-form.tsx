'use client';

import { useTranslations } from 'next-intl';
import { Field } from '#components/ui/field.tsx';
import { NumberField } from '#components/ui/number-field.tsx';
import { Select } from '#components/ui/select.tsx';
import { Textarea } from '#components/ui/textarea.tsx';
import type { Params } from '#lib/endpoints/schema.ts';

const numbers = [
  { name: 'temperature', min: 0, max: 2, step: 0.1 },
  { name: 'maxTokens', min: 1, max: 1_000_000, step: 1 },
  { name: 'topP', min: 0, max: 1, step: 0.05 },
  { name: 'seed', min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER, step: 1 },
  { name: 'frequencyPenalty', min: -2, max: 2, step: 0.1 },
  { name: 'presencePenalty', min: -2, max: 2, step: 0.1 },
] as const;

const efforts = ['default', 'minimal', 'low', 'medium', 'high'] as const;

/** The parameters with one of them set, or left out when there is no value. */
function withParam<Name extends keyof Params>(
  params: Params,
  name: Name,
  value: Params[Name] | null,
): Params {
  const { [name]: _, ...rest } = params;
  return value === null || value === undefined ? rest : { ...rest, [name]: value };
}

type Props = {
  params: Params;
  /** What holds where nothing is set here, shown in the empty fields. */
  inherited: Params;
  onChange: (params: Params) => void;
};

export function ParamsForm({ params, inherited, onChange }: Props) {
  const t = useTranslations('compare.options');
  const effort = params.reasoningEffort ?? 'default';
  return (
    <div className="grid grid-cols-2 gap-3">
      {numbers.map(({ name, ...range }) => (
        <Field key={name} label={t(name)}>
          <NumberField
            {...range}
            value={params[name] ?? null}
            placeholder={inherited[name]?.toString() ?? t('unset')}
            format={{ maximumFractionDigits: 3, useGrouping: false }}
            onChange={(value) => onChange(withParam(params, name, value))}
          />
        </Field>
      ))}
      <Field label={t('reasoningEffort')}>
        <Select
          value={effort}
          options={efforts.map((value) => ({ value, label: t(`effort.${value}`) }))}
          onChange={(value) =>
            onChange(withParam(params, 'reasoningEffort', value === 'default' ? null : value))
          }
        />
      </Field>
      <Field label={t('stop')} hint={t('stopHint')} className="col-span-2">
        <Textarea
          rows={1}
          className="min-h-8 font-mono text-sm"
          value={params.stop?.join('\n') ?? ''}
          onChange={(event) => onChange(withParam(params, 'stop', stopsOf(event.target.value)))}
        />
      </Field>
    </div>
  );
}

/** One stop sequence a line. The last empty line stays while it is being typed into. */
function stopsOf(text: string): string[] | null {
  return text === '' ? null : text.split('\n').slice(0, 16);
}
