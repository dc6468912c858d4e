'use client';

import ArrowUp from 'lucide-react/icons/arrow-up';
import CircleStop from 'lucide-react/icons/circle-stop';
import { useFormatter, useTranslations } from 'next-intl';
import { type KeyboardEvent, type RefObject, useId, useState } from 'react';
import type { Draft } from '#components/compare/draft.ts';
import { useCell } from '#components/lane/use-cell.ts';
import { useOfferedShortcuts } from '#components/shell/shortcuts.ts';
import { Button } from '#components/ui/button.tsx';
import { cn } from '#components/ui/class-names.ts';
import { maxPromptLength } from '#lib/arena/prompt-length.ts';

/** Why nothing can be sent at the moment; each has its words. */
export type ComposerBlock = 'loading' | 'noLanes' | 'goneLanes' | 'running';

type Props = {
  draft: Draft;
  block: ComposerBlock | null;
  laneCount: number;
  isFollowUp: boolean;
  /** In a battle nobody chose the lanes, and nobody knows them. */
  isBattle?: boolean;
  isBusy: boolean;
  onSend: (prompt: string) => void;
  /** Null when nothing is running. */
  onStopAll: (() => void) | null;
  fieldRef: RefObject<HTMLTextAreaElement | null>;
};

/** Alone in knowing what is being typed: a long conversation above it does not render at every key. */
export function Composer(props: Props) {
  const { draft, block, laneCount, isBattle = false, isBusy, onSend, onStopAll, fieldRef } = props;
  const t = useTranslations('compare.composer');
  const text = useCell(draft.text);
  const hintId = useId();
  const isTooLong = text.length > maxPromptLength;
  const canSend = block === null && !isBusy && !isTooLong && text.trim() !== '';
  // Whoever has sent a prompt judges next, or goes on typing: until the first letter, the judging keys are no words.
  const [hasRest, setHasRest] = useState(false);
  const isResting = hasRest && text === '';
  const send = () => canSend && onSend(text);
  const onKeyDown = (event: KeyboardEvent) => {
    // Out of the field, single keys judge and steer.
    if (event.key === 'Escape' && !event.nativeEvent.isComposing) fieldRef.current?.blur();
    // 229 is what some browsers say while an input method is choosing characters.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing || event.keyCode === 229)
      return;
    event.preventDefault();
    if (!canSend) return;
    // What sends the next prompt does not save the ranking of the last.
    event.stopPropagation();
    setHasRest(true);
    send();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      className="rounded-lg border border-line-strong max-sm:flex max-sm:items-end bg-raised focus-within:outline-2 focus-within:outline-accent focus-within:outline-offset-1"
    >
      <textarea
        ref={fieldRef}
        value={text}
        data-resting={isResting || undefined}
        onChange={(event) => {
          draft.write(event.target.value);
          setHasRest(false);
        }}
        onPointerDown={() => setHasRest(false)}
        onBlur={() => setHasRest(false)}
        onKeyDown={onKeyDown}
        rows={1}
        dir="auto"
        aria-label={t('label')}
        aria-describedby={hintId}
        aria-invalid={isTooLong || undefined}
        placeholder={
          props.isFollowUp ? t('followUp') : t(isBattle ? 'battle' : 'placeholder', { count: laneCount })
        }
        className="field-sizing-content block max-h-[40dvh] min-h-11 w-full min-w-0 resize-none bg-transparent px-3 pt-2.5 text-lg leading-normal outline-none placeholder:text-faint"
      />
      <div className="flex items-center gap-2 p-1.5 sm:ps-3">
        <ComposerHint {...{ block, isBattle, isTooLong, isResting }} id={hintId} length={text.length} />
        {onStopAll && (
          <Button size="sm" onClick={onStopAll}>
            <CircleStop aria-hidden />
            <span className="max-sm:sr-only">{t('stopAll')}</span>
          </Button>
        )}
        <Button type="submit" tone="primary" size="sm" disabled={!canSend} isBusy={isBusy}>
          {!isBusy && <ArrowUp aria-hidden />}
          <span className="max-sm:sr-only">{t('send')}</span>
        </Button>
      </div>
    </form>
  );
}

type HintProps = {
  id: string;
  length: number;
  block: ComposerBlock | null;
  isBattle: boolean;
  isTooLong: boolean;
  isResting: boolean;
};

const battleWords = { loading: 'battleLoading', running: 'battleRunning' } as const;

const wordsOf = (block: ComposerBlock, isBattle: boolean) =>
  isBattle && (block === 'loading' || block === 'running') ? battleWords[block] : block;

function ComposerHint({ id, length, block, isBattle, isTooLong, isResting }: HintProps) {
  const t = useTranslations('compare.composer');
  const format = useFormatter();
  const canJudge = useOfferedShortcuts().some(({ worksAtRest }) => worksAtRest) && isResting;
  const isBlocked = block !== null && (block !== 'running' || length > 0);
  const words = isTooLong
    ? t('tooLong', { over: format.number(length - maxPromptLength) })
    : t(isBlocked ? wordsOf(block, isBattle) : canJudge ? 'judgeOrWrite' : 'hint');
  const isCounted = length > maxPromptLength / 20;
  return (
    <p
      id={id}
      className={cn(
        'min-w-0 flex-1 text-xs',
        isTooLong ? 'text-bad' : 'text-faint',
        // On a phone there is room for the field and its buttons alone, unless something stands in the way.
        isTooLong || isBlocked ? 'max-sm:max-w-40' : 'max-sm:sr-only',
      )}
    >
      {words}
      {isCounted && (
        <span className="tabular ms-2">
          {t('count', { count: format.number(length), max: format.number(maxPromptLength) })}
        </span>
      )}
    </p>
  );
}
