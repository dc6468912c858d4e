import { useTranslations } from 'next-intl';
import { CardPrompt } from '#components/catalog/card-prompt.tsx';
import { PromptPreview } from '#components/catalog/prompt-preview.tsx';
import type { Card } from '#lib/catalog/schema.ts';

/** The prompt a model expects, and a place to try it. Some can be asked nothing in words. */
export function PromptSection({ promptFormat }: { promptFormat: Card['promptFormat'] }) {
  const t = useTranslations('catalog.preview');
  const canBeAsked = promptFormat.templates.length > 0 || promptFormat.kind === 'chat-messages';
  return (
    <div className="flex flex-col gap-4">
      <CardPrompt level={2} promptFormat={promptFormat} />
      {canBeAsked && (
        <div className="flex flex-col gap-2">
          <h3 className="text-soft text-sm">{t('title')}</h3>
          <PromptPreview templates={promptFormat.templates} />
        </div>
      )}
    </div>
  );
}
