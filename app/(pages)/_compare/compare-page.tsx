'use client';

import '#components/compare/compare.css';
import { useTranslations } from 'next-intl';
import { useCallback, useRef, useState } from 'react';
import { useEndpoints } from '#app/_lib/client/use-endpoints.ts';
import { useAddress } from '#app/(pages)/_compare/address.ts';
import { HistoryDock } from '#app/(pages)/_compare/history-dock.tsx';
import { Answers, JudgeSlot, prepareParts } from '#app/(pages)/_compare/loaded-parts.tsx';
import { Notices } from '#app/(pages)/_compare/notices.tsx';
import { Overlays } from '#app/(pages)/_compare/overlays.tsx';
import { useRemembered } from '#app/(pages)/_compare/remembered.ts';
import { Toolbar, type ToolbarPopup } from '#app/(pages)/_compare/toolbar.tsx';
import { useActions } from '#app/(pages)/_compare/use-actions.ts';
import { useCommands } from '#app/(pages)/_compare/use-commands.ts';
import { useConversation } from '#app/(pages)/_compare/use-conversation.ts';
import { usePreparation } from '#app/(pages)/_compare/use-preparation.ts';
import { useSend } from '#app/(pages)/_compare/use-send.ts';
import { useSetup } from '#app/(pages)/_compare/use-setup.ts';
import { Composer } from '#components/compare/composer.tsx';
import { EmptyCompare } from '#components/compare/empty-state.tsx';
import { FinishAnnouncer } from '#components/compare/finish-announcer.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import type { Endpoint } from '#lib/endpoints/schema.ts';

const none: readonly Endpoint[] = [];
/** What an opened comparison brings along itself. */
const noSetup = { lanes: null, params: null, system: null, lane: null };

export function ComparePage() {
  const t = useTranslations('compare');
  const [address, setAddress] = useAddress();
  const remembered = useRemembered();
  const endpoints = useEndpoints();
  const openComparison = (id: string) => void setAddress({ comparison: id, ...noSetup }, { history: 'push' });
  const { conversation, state, draft } = useConversation(address.comparison, openComparison, 'baijia:draft');
  usePreparation(conversation, prepareParts);
  const setupState = useSetup([address, setAddress], state.comparison, endpoints.data ?? none);
  const sending = useSend({ conversation, state, draft, setupState, endpoints: endpoints.data });
  const [popup, setPopup] = useState<ToolbarPopup>(null);
  const answersRef = useRef<HTMLDivElement>(null);
  const fieldRef = useRef<HTMLTextAreaElement>(null);
  const focusComposer = useCallback(() => fieldRef.current?.focus(), []);
  const actions = useActions(conversation, draft, focusComposer);
  const commands = useCommands({
    address,
    setAddress,
    conversation,
    laneActions: actions.laneActions,
    answersRef,
    focusComposer,
    openShared: () => setPopup('shared'),
    openAdding: () => setPopup('adding'),
  });
  const { comparison, turns } = state;
  const latest = turns.at(-1) ?? null;
  const judged = turns.find((turn) => turn === actions.chosenTurn) ?? latest;
  const isOpening = state.isLoading || (address.comparison !== null && !comparison && !state.trouble);
  return (
    <div className="h-viewport flex min-h-0">
      <HistoryDock currentId={address.comparison} onOpen={openComparison} onNew={commands.newComparison} />
      <div className="flex min-w-0 flex-1 flex-col">
        <Toolbar
          setupState={setupState}
          endpoints={endpoints.data}
          layout={address.layout ?? remembered.layout}
          isHistoryOpen={remembered.isHistoryOpen}
          commands={commands}
          popup={popup}
          onPopupChange={setPopup}
        />
        <div ref={answersRef} className="flex min-h-0 flex-1">
          {isOpening && <OpeningSkeleton label={t('loading')} />}
          {!isOpening && turns.length === 0 && (
            <EmptyCompare setup={setupState.setup} onTry={sending.block ? null : sending.send} />
          )}
          {comparison && turns.length > 0 && (
            <>
              <h1 className="sr-only">{comparison.title || t('title')}</h1>
              <Answers
                address={address}
                setAddress={setAddress}
                layout={address.layout ?? remembered.layout}
                lanes={comparison.lanes}
                turns={turns}
                judgedTurn={judged}
                laneActions={actions.laneActions}
                turnActions={actions.turnActions}
              />
              <FinishAnnouncer lanes={comparison.lanes} turn={latest} />
            </>
          )}
        </div>
        <div className="space-y-2 px-4 pt-2 pb-3 max-sm:px-2 max-sm:pb-2">
          <Notices
            trouble={state.trouble}
            onDismiss={() => conversation.dismissTrouble()}
            endpointsError={endpoints.error}
            onReloadEndpoints={() => void endpoints.refetch()}
            onUndoFork={setupState.isFork ? setupState.undoFork : null}
          />
          {comparison && judged && (
            <JudgeSlot
              comparison={comparison}
              turn={judged}
              ballots={state.ballots}
              isLatest={judged === latest}
            />
          )}
          <Composer
            draft={draft}
            block={sending.block}
            laneCount={setupState.setup.lanes.length}
            isFollowUp={comparison !== null && !setupState.isFork}
            isBusy={state.isSending}
            onSend={sending.send}
            onStopAll={sending.isRunning ? commands.stopAll : null}
            fieldRef={fieldRef}
          />
        </div>
      </div>
      <Overlays overlay={actions.overlay} comparison={comparison} onClose={actions.closeOverlay} />
    </div>
  );
}

function OpeningSkeleton({ label }: { label: string }) {
  return (
    <div role="status" className="flex flex-1 gap-3 p-4">
      <span className="sr-only">{label}</span>
      <Skeleton className="h-64 flex-1" />
      <Skeleton className="h-64 flex-1 max-sm:hidden" />
      <Skeleton className="h-64 flex-1 max-sm:hidden" />
    </div>
  );
}
