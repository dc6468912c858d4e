import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { JudgeLane } from '#components/judge/judge-types.ts';
import { PairVerdict } from '#components/judge/pair-verdict.tsx';
import { RankActions } from '#components/judge/rank-actions.tsx';
import { ThumbChoice } from '#components/judge/thumb-choice.tsx';
import { type JudgeKeys, useJudgeKeys } from '#components/judge/use-judge-keys.ts';
import { hasNewRanking, type Judgement } from '#components/judge/use-judgement.ts';
import { dropLast, pickLane, placeOf, type Ranking } from '#lib/preferences/ranking.ts';
import {
  type BallotDraft,
  verdictOf,
  withAllBad,
  withRanking,
  withRating,
  withVerdict,
} from '#lib/preferences/ranking-draft.ts';
import type { JudgeCommand, JudgeKind, KeyedLane } from '#lib/preferences/ranking-keys.ts';

type Props = {
  kind: JudgeKind;
  lanes: readonly (JudgeLane & KeyedLane)[];
  draft: BallotDraft;
  judgement: Judgement;
  isReadOnly: boolean;
  keys: JudgeKeys;
  onCast: (draft: BallotDraft) => void;
  onRank: (draft: BallotDraft) => void;
  onNote: (draft: BallotDraft) => void;
};

/** What the bar offers for one, two or more answers; keys and presses run the same commands. */
export function JudgeActions(props: Props) {
  const { kind, lanes, draft, judgement, isReadOnly, keys, onCast, onRank, onNote } = props;
  const t = useTranslations('judge');
  const [tiesNext, setTiesNext] = useState(false);
  const [announcement, setAnnouncement] = useState('');
  const [first, second] = lanes;
  const isRunning = lanes.some(({ unrankable }) => unrankable === 'running');

  const rank = (ranking: Ranking, moved?: JudgeLane) => {
    setTiesNext(false);
    onRank(withRanking(draft, ranking));
    if (moved) setAnnouncement(announce(t, ranking, moved, lanes));
  };
  const cast = () => {
    if (canCast(draft)) onCast(draft);
  };
  const run = (command: JudgeCommand) => {
    if (command.kind === 'verdict' && first && second) {
      onCast(withVerdict(draft, command.verdict, [first.laneId, second.laneId]));
    }
    if (command.kind === 'pick') {
      const lane = lanes.find((one) => one.laneId === command.laneId);
      rank(pickLane(draft.ranking, command.laneId, tiesNext), lane);
    }
    if (command.kind === 'tie-next') setTiesNext(!tiesNext && draft.ranking.length > 0);
    if (command.kind === 'undo') rank(dropLast(draft.ranking));
    if (command.kind === 'all-bad') onRank(withAllBad(draft, !draft.allBad));
    if (command.kind === 'save') cast();
    if (command.kind === 'thumb' && first) onNote(withRating(draft, first.laneId, { thumb: command.thumb }));
  };
  useJudgeKeys(keys, lanes, run);

  return (
    <>
      {kind === 'pair' && first && second && (
        <PairVerdict
          lanes={[first, second]}
          value={verdictOf(draft, [first.laneId, second.laneId])}
          isReadOnly={isReadOnly}
          onVerdict={(verdict) => run({ kind: 'verdict', verdict })}
        />
      )}
      {kind === 'rank' && (
        <RankActions
          lanes={lanes}
          draft={draft}
          tiesNext={tiesNext}
          isReadOnly={isReadOnly}
          canCast={canCast(draft) && hasNewRanking({ ...judgement, draft })}
          onRank={rank}
          onCommand={run}
        />
      )}
      {kind === 'rate' && lanes.length === 1 && first && (
        <ThumbChoice
          value={draft.ratings[first.laneId]?.thumb ?? null}
          onChange={(thumb) => onNote(withRating(draft, first.laneId, { thumb: thumb ?? undefined }))}
        />
      )}
      {kind === 'rate' && lanes.length > 1 && (
        <p className="text-soft text-sm">{t(isRunning ? 'awaited' : 'nothingToRank')}</p>
      )}
      <p role="status" className="sr-only">
        {announcement}
      </p>
    </>
  );
}

/** One answer alone on the list is better than nothing anybody named: that is no judgement yet. */
function canCast({ ranking, allBad }: BallotDraft): boolean {
  return allBad || ranking.flat().length > 1;
}

function announce(
  t: ReturnType<typeof useTranslations<'judge'>>,
  ranking: Ranking,
  { laneId, label }: JudgeLane,
  lanes: readonly JudgeLane[],
): string {
  const place = placeOf(ranking, laneId);
  if (place === null) return t('announceUnranked', { label });
  const partners = lanes
    .filter((lane) => lane.laneId !== laneId && placeOf(ranking, lane.laneId) === place)
    .map((lane) => lane.label)
    .join(', ');
  return partners === ''
    ? t('announcePlace', { label, place })
    : t('announceTie', { label, place, partners });
}
