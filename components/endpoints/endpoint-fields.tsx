'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { FieldsProps } from '#components/endpoints/fields-props.ts';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { Select } from '#components/ui/select.tsx';
import { type Protocol, protocols } from '#lib/endpoints/protocols.ts';
import type { Endpoint } from '#lib/endpoints/schema.ts';

type Props = FieldsProps & {
  endpoint: Endpoint | null;
  templates: readonly string[];
  cardPicker: ReactNode;
};

const urlExamples: Record<Protocol, string> = {
  chat: 'http://127.0.0.1:11434/v1',
  completion: 'http://127.0.0.1:8000/v1',
  responses: 'https://api.openai.com/v1',
};

export function EndpointFields({ draft, problems, onChange, endpoint, templates, cardPicker }: Props) {
  const t = useTranslations('endpoints');
  const problem = (field: keyof typeof problems) => {
    const name = problems[field];
    return name ? t(`problems.${name}`) : undefined;
  };
  return (
    <>
      <Field label={t('fields.name')} hint={t('fields.nameHint')} error={problem('name')}>
        <Input value={draft.name} onValueChange={(name) => onChange({ name })} autoComplete="off" />
      </Field>
      <Field label={t('fields.protocol')} error={problem('protocol')}>
        <Select
          options={protocols.map((value) => ({
            value,
            label: t(`protocols.${value}`),
            hint: t(`protocolHints.${value}`),
          }))}
          value={draft.protocol}
          onChange={(protocol) => onChange({ protocol })}
        />
      </Field>
      {draft.protocol === 'completion' && (
        <Field label={t('fields.template')} hint={t('fields.templateHint')} error={problem('template')}>
          <Select
            options={templates.map((value) => ({ value, label: value }))}
            value={draft.template}
            onChange={(template) => onChange({ template })}
            placeholder={t('fields.templatePlaceholder')}
          />
        </Field>
      )}
      <Field label={t('fields.baseUrl')} hint={t('fields.baseUrlHint')} error={problem('baseUrl')}>
        <Input
          type="url"
          inputMode="url"
          spellCheck={false}
          value={draft.baseUrl}
          placeholder={urlExamples[draft.protocol]}
          onValueChange={(baseUrl) => onChange({ baseUrl })}
        />
      </Field>
      <Field label={t('fields.model')} hint={t('fields.modelHint')} error={problem('model')}>
        <Input spellCheck={false} value={draft.model} onValueChange={(model) => onChange({ model })} />
      </Field>
      <KeyField draft={draft} onChange={onChange} error={problem('apiKey')} endpoint={endpoint} />
      <Field label={t('card')} hint={t('fields.cardHint')}>
        {cardPicker}
      </Field>
    </>
  );
}

type KeyProps = Pick<FieldsProps, 'draft' | 'onChange'> & {
  error: string | undefined;
  endpoint: Endpoint | null;
};

function KeyField({ draft, onChange, error, endpoint }: KeyProps) {
  const t = useTranslations('endpoints');
  const hasKey = endpoint?.hasKey ?? false;
  const end = endpoint?.keyHint ?? null;
  const stored = end === null ? t('fields.shortKeyStored') : t('fields.keyStored', { hint: end });
  return (
    <div className="flex flex-col gap-1">
      <Field label={t('key')} hint={hasKey ? stored : t('fields.keyHint')} error={error}>
        <Input
          type="password"
          autoComplete="off"
          spellCheck={false}
          value={draft.apiKey}
          disabled={draft.forgetsKey}
          placeholder={hasKey ? `••••••••${end ?? ''}` : ''}
          onValueChange={(apiKey) => onChange({ apiKey })}
        />
      </Field>
      {hasKey && (
        <Checkbox
          isChecked={draft.forgetsKey}
          onChange={(forgetsKey) => onChange({ forgetsKey, apiKey: '' })}
        >
          {t('fields.forgetKey')}
        </Checkbox>
      )}
    </div>
  );
}
