'use client';

import { useTranslations } from 'next-intl';
import { memo } from 'react';
import { AskErrorCallout } from '#components/errors/ask-error-callout.tsx';
import { ReasoningFold } from '#components/lane/reasoning-fold.tsx';
import { Markdown } from '#components/markdown/markdown.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import type { Response } from '#lib/arena/schema.ts';
import { isFinal } from '#lib/arena/turn-reader-view.ts';

type Props = { response: Response; name: string };

/** Everything a lane has said, and why it stopped saying it. */
export const LaneAnswer = memo(function LaneAnswer({ response, name }: Props) {
  const t = useTranslations('lane');
  const { text, reasoning, status, error, finishReason } = response;
  const isRunning = !isFinal(response);
  const isCutOff = status === 'complete' && (finishReason === 'length' || finishReason === 'content-filter');
  return (
    <>
      {reasoning && <ReasoningFold text={reasoning} isOngoing={isRunning && text === ''} />}
      {text !== '' && <Markdown text={text} isStreaming={isRunning} />}
      {text === '' && isRunning && !reasoning && (
        <div className="space-y-2">
          <span className="sr-only">{t('waiting')}</span>
          <Skeleton className="h-4 w-11/12" />
          <Skeleton className="h-4 w-3/5" />
        </div>
      )}
      {text === '' && status === 'complete' && <p className="text-faint italic">{t('empty')}</p>}
      {isCutOff && <p className="mt-3 text-sm text-warn">{t(`finish.${finishReason}`)}</p>}
      {error && <AskErrorCallout error={error} name={name} className={text === '' ? '' : 'mt-4'} />}
    </>
  );
});
