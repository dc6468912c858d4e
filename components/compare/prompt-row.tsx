'use client';

import Copy from 'lucide-react/icons/copy';
import PenLine from 'lucide-react/icons/pen-line';
import Scale from 'lucide-react/icons/scale';
import { useTranslations } from 'next-intl';
import { memo, useState } from 'react';
import { useCell } from '#components/lane/use-cell.ts';
import { Button } from '#components/ui/button.tsx';
import { cn } from '#components/ui/class-names.ts';
import { IconButton } from '#components/ui/icon-button.tsx';
import type { TurnStore } from '#lib/arena/turn-reader-store.ts';

export type TurnActions = {
  copyPrompt: (prompt: string) => void;
  reusePrompt: (prompt: string) => void;
  judge: (turn: TurnStore) => void;
};

type Props = { turn: TurnStore; isJudged: boolean; actions: TurnActions; className?: string };

/** A prompt longer than this is cut to a few lines until asked for. */
const longPrompt = 600;

export const PromptRow = memo(function PromptRow({ turn, isJudged, actions, className }: Props) {
  const t = useTranslations('compare');
  const tLane = useTranslations('lane');
  const connection = useCell(turn.connection);
  const saveTrouble = useCell(turn.saveTrouble);
  return (
    <div className={cn('flex items-start gap-3 py-2', className)}>
      <h2 className="shrink-0 pt-1 font-semibold text-faint text-sm">{t('you')}</h2>
      <div className="min-w-0 flex-1">
        <Prompt text={turn.prompt} />
        {connection === 'reconnecting' && (
          <p role="status" className="mt-1 text-sm text-warn">
            {t('reconnecting')}
          </p>
        )}
        {saveTrouble && (
          <p role="status" className="mt-1 text-sm text-warn">
            {tLane(`save.${saveTrouble}`)}
          </p>
        )}
      </div>
      <div className="flex shrink-0 gap-1">
        {!isJudged && (
          <IconButton
            label={t('judgeThis')}
            icon={<Scale aria-hidden />}
            size="sm"
            onClick={() => actions.judge(turn)}
          />
        )}
        <IconButton
          label={t('usePrompt')}
          icon={<PenLine aria-hidden />}
          size="sm"
          onClick={() => actions.reusePrompt(turn.prompt)}
        />
        <IconButton
          label={t('copyPrompt')}
          icon={<Copy aria-hidden />}
          size="sm"
          onClick={() => actions.copyPrompt(turn.prompt)}
        />
      </div>
    </div>
  );
});

function Prompt({ text }: { text: string }) {
  const t = useTranslations('compare');
  const [isWhole, setIsWhole] = useState(false);
  const isLong = text.length > longPrompt || text.split('\n', 9).length > 8;
  return (
    <>
      <p
        dir="auto"
        className={cn('whitespace-pre-wrap break-words text-lg', isLong && !isWhole && 'line-clamp-4')}
      >
        {text}
      </p>
      {isLong && (
        <Button tone="quiet" size="sm" className="-ms-2" onClick={() => setIsWhole(!isWhole)}>
          {t(isWhole ? 'foldPrompt' : 'wholePrompt')}
        </Button>
      )}
    </>
  );
}
