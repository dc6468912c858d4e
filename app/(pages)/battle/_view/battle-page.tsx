'use client';

import '#components/compare/compare.css';
import { useTranslations } from 'next-intl';
import { type RefObject, useCallback, useEffect, useMemo, useRef } from 'react';
import { Notices } from '#app/(pages)/_compare/notices.tsx';
import { Overlays } from '#app/(pages)/_compare/overlays.tsx';
import { useActions } from '#app/(pages)/_compare/use-actions.ts';
import { usePreparation } from '#app/(pages)/_compare/use-preparation.ts';
import { BattleAnswers, prepareParts, VerdictSlot } from '#app/(pages)/battle/_view/loaded-parts.tsx';
import { OpeningSkeleton } from '#app/(pages)/battle/_view/opening-skeleton.tsx';
import { RedrawNotice } from '#app/(pages)/battle/_view/redraw-notice.tsx';
import { useBattle } from '#app/(pages)/battle/_view/use-battle.ts';
import { BattleStart } from '#components/battle/battle-start.tsx';
import { Composer } from '#components/compare/composer.tsx';
import { FinishAnnouncer } from '#components/compare/finish-announcer.tsx';
import { useShortcuts } from '#components/shell/shortcuts.ts';

export function BattlePage() {
  const t = useTranslations('battle');
  const battle = useBattle();
  const { conversation, state, draft, isRunning } = battle;
  const fieldRef = useRef<HTMLTextAreaElement>(null);
  const focusComposer = useCallback(() => fieldRef.current?.focus(), []);
  useFocusAtStart(fieldRef);
  usePreparation(conversation, prepareParts);
  const send = (prompt: string) => {
    // Out of the field, the keys vote.
    fieldRef.current?.blur();
    battle.send(prompt);
  };
  const actions = useActions(conversation, draft, focusComposer);
  const { comparison, turns } = state;
  const latest = turns.at(-1) ?? null;
  const judged = turns.find((turn) => turn === actions.chosenTurn) ?? latest;
  const isOpening = state.isLoading || (battle.comparisonId !== null && !comparison && !state.trouble);
  const next = useCallback(() => {
    battle.next();
    focusComposer();
  }, [battle.next, focusComposer]);
  const again = (prompt: string) => {
    draft.write(prompt);
    next();
  };
  const stop = useCallback(() => latest && conversation.stop(latest), [conversation, latest]);
  useBattleShortcuts(next, stop, focusComposer);
  return (
    <div className="h-viewport flex min-h-0 min-w-0 flex-col">
      <div className="flex min-h-0 flex-1">
        {isOpening && <OpeningSkeleton />}
        {!isOpening && turns.length === 0 && (
          <BattleStart
            count={battle.count}
            onCountChange={battle.setCount}
            onStart={state.isSending ? null : send}
          />
        )}
        {comparison && turns.length > 0 && (
          <>
            <h1 className="sr-only">{comparison.title || t('title')}</h1>
            <BattleAnswers lanes={comparison.lanes} turns={turns} judgedTurn={judged} {...actions} />
            <FinishAnnouncer lanes={comparison.lanes} turn={latest} />
          </>
        )}
      </div>
      <div className="space-y-2 px-4 pt-2 pb-3 max-sm:px-2 max-sm:pb-2">
        <Notices
          trouble={state.trouble}
          onDismiss={() => conversation.dismissTrouble()}
          endpointsError={null}
          onReloadEndpoints={() => {}}
          onUndoFork={null}
        />
        {latest && <RedrawNotice turn={latest} />}
        {comparison && judged && (
          <VerdictSlot
            comparison={comparison}
            turn={judged}
            ballots={state.ballots}
            onRevealed={() => conversation.reload()}
            onNext={next}
            onAgain={again}
          />
        )}
        <Composer
          draft={draft}
          block={isOpening ? 'loading' : isRunning ? 'running' : null}
          laneCount={comparison?.lanes.length ?? Number(battle.count)}
          isFollowUp={comparison !== null}
          isBattle
          isBusy={state.isSending}
          onSend={send}
          onStopAll={isRunning ? stop : null}
          fieldRef={fieldRef}
        />
      </div>
      <Overlays overlay={actions.overlay} comparison={comparison} onClose={actions.closeOverlay} />
    </div>
  );
}

/** Whoever has a keyboard can write at once; on a phone it would cover the page. */
function useFocusAtStart(fieldRef: RefObject<HTMLTextAreaElement | null>): void {
  useEffect(() => {
    if (matchMedia('(pointer: fine)').matches) fieldRef.current?.focus();
  }, [fieldRef]);
}

function useBattleShortcuts(next: () => void, stop: () => void, focusComposer: () => void): void {
  const t = useTranslations('battle');
  const shortcuts = useMemo(() => {
    const group = t('title');
    return [
      { id: 'next-battle', keys: 'n', label: t('next'), group, run: next },
      { id: 'stop-battle', keys: 'mod+.', label: t('stop'), group, run: stop },
      { id: 'battle-prompt', keys: '/', label: t('toPrompt'), group, run: focusComposer },
    ];
  }, [t, next, stop, focusComposer]);
  useShortcuts(shortcuts);
}
