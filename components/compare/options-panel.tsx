'use client';

import { useTranslations } from 'next-intl';
import { ParamsForm } from '#components/compare/params-form.tsx';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Textarea } from '#components/ui/textarea.tsx';
import { maxPromptLength } from '#lib/arena/prompt-length.ts';
import type { Params } from '#lib/endpoints/schema.ts';

export type Options = { readonly params: Params; readonly system: string };

type Props = {
  options: Options;
  inherited: Options;
  hint: string;
  onChange: (options: Options) => void;
};

/** System prompt and parameters, of one lane or of all. Loaded when first opened. */
export function OptionsPanel({ options, inherited, hint, onChange }: Props) {
  const t = useTranslations('compare.options');
  const isEmpty = options.system === '' && Object.keys(options.params).length === 0;
  return (
    <div className="space-y-4">
      <p className="text-faint text-sm">{hint}</p>
      <Field label={t('system')}>
        <Textarea
          value={options.system}
          maxLength={maxPromptLength}
          placeholder={inherited.system || t('unset')}
          onChange={(event) => onChange({ ...options, system: event.target.value })}
        />
      </Field>
      <ParamsForm
        params={options.params}
        inherited={inherited.params}
        onChange={(params) => onChange({ ...options, params })}
      />
      <Button size="sm" tone="quiet" disabled={isEmpty} onClick={() => onChange({ params: {}, system: '' })}>
        {t('reset')}
      </Button>
    </div>
  );
}
