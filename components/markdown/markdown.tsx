'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { lazy, Suspense, useState } from 'react';
import { cutLongText } from '#components/markdown/long-text.ts';
import { Button } from '#components/ui/button.tsx';

const MarkdownView = lazy(async () => {
  const { MarkdownView: View } = await import('#components/markdown/markdown-view.tsx');
  return { default: View };
});

/** The text as it came, until the Markdown reader has been fetched. */
function PlainText({ text }: { text: string }) {
  return (
    <div dir="auto" className="whitespace-pre-wrap break-words text-lg">
      {text}
    </div>
  );
}

type Props = { text: string; isStreaming?: boolean };

/** An answer as Markdown. A very long one folds, with all of it one click away. */
export function Markdown({ text, isStreaming = false }: Props) {
  const t = useTranslations('lane');
  const format = useFormatter();
  const [isWhole, setIsWhole] = useState(false);
  const shown = isWhole ? text : cutLongText(text);
  const isCut = shown.length < text.length;
  return (
    <>
      <Suspense fallback={<PlainText text={shown} />}>
        <MarkdownView text={shown} isStreaming={isStreaming && !isCut} />
      </Suspense>
      {isCut && (
        <p className="mt-4 flex flex-wrap items-center gap-2 border-line border-t border-dashed pt-3 text-soft">
          {t('folded', { shown: format.number(shown.length), all: format.number(text.length) })}
          <Button size="sm" onClick={() => setIsWhole(true)}>
            {t('showAll')}
          </Button>
        </p>
      )}
    </>
  );
}
