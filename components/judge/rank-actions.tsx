import { useTranslations } from 'next-intl';
import type { JudgeLane } from '#components/judge/judge-types.ts';
import { RankBoard } from '#components/judge/rank-board.tsx';
import { Button } from '#components/ui/button.tsx';
import { cn } from '#components/ui/class-names.ts';
import { Kbd } from '#components/ui/kbd.tsx';
import { groupOf, type Ranking, tieRest } from '#lib/preferences/ranking.ts';
import type { BallotDraft } from '#lib/preferences/ranking-draft.ts';
import type { JudgeCommand } from '#lib/preferences/ranking-keys.ts';

type Props = {
  lanes: readonly JudgeLane[];
  draft: BallotDraft;
  tiesNext: boolean;
  isReadOnly: boolean;
  canCast: boolean;
  onRank: (ranking: Ranking, moved?: JudgeLane) => void;
  onCommand: (command: JudgeCommand) => void;
};

/** More than two answers: the ranking, and the few buttons around it. */
export function RankActions({ lanes, draft, tiesNext, isReadOnly, canCast, onRank, onCommand }: Props) {
  const t = useTranslations('judge');
  const rankable = lanes.filter((lane) => lane.unrankable === null).map((lane) => lane.laneId);
  const unplaced = rankable.filter((laneId) => groupOf(draft.ranking, laneId) === -1);
  const hasRest = unplaced.length > 0 && unplaced.length < rankable.length;
  return (
    <>
      <RankBoard
        lanes={lanes}
        ranking={draft.ranking}
        tiesNext={tiesNext}
        isReadOnly={isReadOnly}
        onRank={onRank}
        onCast={() => onCommand({ kind: 'save' })}
      />
      {!isReadOnly && (
        <div className="flex flex-wrap items-center gap-1">
          <Button
            aria-pressed={tiesNext}
            disabled={draft.ranking.length === 0 || unplaced.length === 0}
            onClick={() => onCommand({ kind: 'tie-next' })}
            className={cn(tiesNext && 'border-ink bg-selected')}
          >
            <Kbd className="touch:hidden">=</Kbd>
            {t('tieNext')}
          </Button>
          {hasRest && (
            <Button onClick={() => onRank(tieRest(draft.ranking, rankable))}>{t('restTies')}</Button>
          )}
          <Button
            aria-pressed={draft.allBad}
            onClick={() => onCommand({ kind: 'all-bad' })}
            className={cn(draft.allBad && 'border-ink bg-selected')}
          >
            <Kbd className="touch:hidden">0</Kbd>
            {t('allBad')}
          </Button>
          <Button
            tone={canCast ? 'primary' : 'plain'}
            disabled={!canCast}
            onClick={() => onCommand({ kind: 'save' })}
          >
            {t('save')}
            <Kbd className="touch:hidden">⏎</Kbd>
          </Button>
        </div>
      )}
    </>
  );
}
