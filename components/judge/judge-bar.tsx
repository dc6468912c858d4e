'use client';

import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { DisclosureButton } from '#components/judge/disclosure-button.tsx';
import { JudgeActions } from '#components/judge/judge-actions.tsx';
import { JudgeDetails } from '#components/judge/judge-details.tsx';
import type { JudgeBarProps } from '#components/judge/judge-types.ts';
import { RefusedBallot } from '#components/judge/refused-ballot.tsx';
import { SaveStatus } from '#components/judge/save-status.tsx';
import { StrengthChoice } from '#components/judge/strength-choice.tsx';
import { useJudgement } from '#components/judge/use-judgement.ts';
import { cn } from '#components/ui/class-names.ts';
import { hasOrder, withRankableLanes } from '#lib/preferences/ranking-draft.ts';
import { judgeKind } from '#lib/preferences/ranking-keys.ts';

/** The bar under a turn where its answers are judged. Mount it with the turn's id as key. */
export function JudgeBar(props: JudgeBarProps) {
  const { mode, ballot, saveState, onDismissFailure, className } = props;
  const t = useTranslations('judge');
  const detailsId = useId();
  const [hasDetails, setHasDetails] = useState(false);
  // A blind ballot cannot be changed once it is in, and until then only the verdict sends it.
  const isReadOnly = mode === 'blind' && ballot !== null;
  const { judgement, cast, rank, note } = useJudgement({ ...props, hasAutosave: mode === 'open' });
  const lanes = props.lanes.map((lane) => ({ ...lane, isRankable: lane.unrankable === null }));
  const rankableIds = new Set(lanes.filter((lane) => lane.isRankable).map((lane) => lane.laneId));
  const draft = withRankableLanes(judgement.draft, rankableIds);
  const kind = judgeKind(lanes);
  // Blind answers end together: before, there is nothing to judge.
  const isWaiting = mode === 'blind' && lanes.some(({ unrankable }) => unrankable === 'running');
  const strength = kind !== 'rate' && hasOrder(draft.ranking) && !isReadOnly && (
    <StrengthChoice value={draft.strength} onChange={(next) => note({ ...draft, strength: next })} />
  );

  return (
    <section
      aria-label={t('title')}
      hidden={isWaiting}
      className={cn('border-line border-y bg-page py-2', className)}
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <h3 className="font-medium max-sm:sr-only">{t('title')}</h3>
        <JudgeActions
          kind={kind}
          lanes={lanes}
          draft={draft}
          judgement={judgement}
          isReadOnly={isReadOnly}
          keys={!props.hasKeys || isReadOnly ? 'off' : ballot === null ? 'awaited' : 'page'}
          onCast={(next) => cast(withRankableLanes(next, rankableIds))}
          onRank={rank}
          onNote={note}
        />
        <DisclosureButton isOpen={hasDetails} controls={detailsId} onToggle={setHasDetails}>
          {t('details')}
        </DisclosureButton>
        {strength && <div className="max-sm:hidden">{strength}</div>}
        <div className="ms-auto">
          <SaveStatus state={saveState} />
        </div>
      </div>
      {hasDetails && (
        <JudgeDetails id={detailsId} lanes={lanes} draft={draft} isReadOnly={isReadOnly} onNote={note}>
          {strength && <div className="sm:hidden">{strength}</div>}
        </JudgeDetails>
      )}
      {saveState.kind === 'failed' && (
        <RefusedBallot {...saveState} lanes={lanes} onDismiss={onDismissFailure} />
      )}
    </section>
  );
}
