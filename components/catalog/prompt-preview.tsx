'use client';

import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { PlainCheckbox } from '#components/catalog/plain-checkbox.tsx';
import { cn } from '#components/ui/class-names.ts';
import { controlClass } from '#components/ui/input-class.ts';
import { NativeSelect } from '#components/ui/native-select.tsx';
import type { Message } from '#lib/endpoints/ask.ts';
import { findTemplate } from '#lib/endpoints/templates.ts';

/** Stands for a chat endpoint, which is sent messages and no string. */
const chat = 'chat';

type Draft = { system: string; prompt: string; hasRound: boolean };

function toMessages({ system, prompt, hasRound }: Draft, round: readonly Message[]): Message[] {
  return [
    ...(system.trim() === '' ? [] : [{ role: 'system' as const, content: system }]),
    ...(hasRound ? round : []),
    { role: 'user' as const, content: prompt },
  ];
}

function Sent({ templateId, messages }: { templateId: string; messages: readonly Message[] }) {
  const t = useTranslations('catalog.preview');
  const template = findTemplate(templateId);
  const rendered = template ? template.render(messages) : { prompt: JSON.stringify({ messages }, null, 2) };
  if ('refusal' in rendered) {
    return (
      <p
        role="status"
        className="rounded-md border border-line border-l-2 border-l-warn bg-page p-2 text-warn"
      >
        {t('refused')} <span lang="en">{rendered.refusal}.</span>
      </p>
    );
  }
  return (
    <div className="flex flex-col gap-1.5">
      <section aria-label={t('sent')}>
        <pre className="whitespace-pre-wrap break-words rounded-md border border-line bg-page p-2 font-mono text-xs">
          {rendered.prompt}
        </pre>
      </section>
      {template && template.stop.length > 0 && (
        <p className="text-faint text-sm">
          {t('stop')}{' '}
          {template.stop.map((stop) => (
            <code key={stop} className="mr-1.5 rounded-sm border border-line px-1 font-mono text-xs">
              {JSON.stringify(stop).slice(1, -1)}
            </code>
          ))}
        </p>
      )}
    </div>
  );
}

/** Type a prompt and see the exact string that a server is sent, or why this format cannot say it. */
export function PromptPreview({ templates }: { templates: readonly string[] }) {
  const t = useTranslations('catalog.preview');
  const ids = { system: useId(), prompt: useId() };
  const choices = templates.length > 0 ? templates : [chat];
  const [templateId, setTemplateId] = useState(choices[0] ?? chat);
  const [draft, setDraft] = useState<Draft>({ system: '', prompt: t('samplePrompt'), hasRound: false });
  const change = (fields: Partial<Draft>) => setDraft((before) => ({ ...before, ...fields }));
  const round: Message[] = [
    { role: 'user', content: t('sampleQuestion') },
    { role: 'assistant', content: t('sampleAnswer') },
  ];
  const fieldClass = cn(controlClass, 'field-sizing-content max-h-40 min-h-9 resize-y py-1.5');
  return (
    <div className="flex flex-col gap-3">
      {choices.length > 1 && (
        <NativeSelect
          label={t('format')}
          value={templateId}
          onChange={setTemplateId}
          options={choices.map((value) => ({ value, label: value }))}
          className="self-start"
        />
      )}
      <div className="grid gap-3 sm:grid-cols-2">
        <div className="flex flex-col gap-1">
          <label htmlFor={ids.system} className="text-soft text-sm">
            {t('system')}
          </label>
          <textarea
            id={ids.system}
            rows={2}
            value={draft.system}
            onChange={(event) => change({ system: event.target.value })}
            className={fieldClass}
          />
        </div>
        <div className="flex flex-col gap-1">
          <label htmlFor={ids.prompt} className="text-soft text-sm">
            {t('prompt')}
          </label>
          <textarea
            id={ids.prompt}
            rows={2}
            value={draft.prompt}
            onChange={(event) => change({ prompt: event.target.value })}
            className={fieldClass}
          />
        </div>
      </div>
      <PlainCheckbox isChecked={draft.hasRound} onChange={(hasRound) => change({ hasRound })}>
        {t('withRound')}
      </PlainCheckbox>
      <Sent templateId={templateId} messages={toMessages(draft, round)} />
    </div>
  );
}
