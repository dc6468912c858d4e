'use client';

import ChevronRight from 'lucide-react/icons/chevron-right';
import { useTranslations } from 'next-intl';
import { memo, useState } from 'react';
import { cutLongText } from '#components/markdown/long-text.ts';

type Props = { text: string; isOngoing: boolean };

/** What the model thought before it spoke; closed until someone wants it, and drawn only then. */
export const ReasoningFold = memo(function ReasoningFold({ text, isOngoing }: Props) {
  const t = useTranslations('lane');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details
      open={isOpen}
      onToggle={(event) => setIsOpen(event.currentTarget.open)}
      className="mb-3 rounded-md border border-line"
    >
      <summary className="flex min-h-8 list-none items-center gap-1.5 px-2 text-soft text-sm touch:min-h-10 [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden className={isOpen ? 'size-3.5 rotate-90' : 'size-3.5'} />
        {t(isOngoing ? 'reasoningNow' : 'reasoning')}
        <span className="tabular text-faint text-xs">{t('reasoningSize', { count: text.length })}</span>
      </summary>
      {isOpen && (
        <div
          dir="auto"
          className="max-h-96 overflow-y-auto whitespace-pre-wrap break-words border-line border-t p-3 text-base text-soft leading-relaxed"
        >
          {cutLongText(text)}
        </div>
      )}
    </details>
  );
});
