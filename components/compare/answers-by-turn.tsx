'use client';

import type { ConversationViewProps } from '#components/compare/conversation-view.ts';
import { PromptRow } from '#components/compare/prompt-row.tsx';
import { ToEndButton } from '#components/compare/to-end-button.tsx';
import { useFollowEnd } from '#components/compare/use-follow-end.ts';
import { LaneColumn } from '#components/lane/lane-column.tsx';
import { cn } from '#components/ui/class-names.ts';

const gap = 12;
const narrowestColumn = 320;

function gridOf(layout: 'columns' | 'grid', count: number) {
  if (layout === 'columns') return `repeat(${count}, minmax(${narrowestColumn}px, 1fr))`;
  const across = count <= 4 ? 2 : 3;
  const widest = `calc((100% - ${(across - 1) * gap}px) / ${across})`;
  return `repeat(auto-fit, minmax(min(100%, max(${narrowestColumn}px, ${widest})), 1fr))`;
}

type Props = ConversationViewProps & { layout: 'columns' | 'grid' };

/** Turns under each other, each with its answers beside each other; one scroller for all. */
export function AnswersByTurn({ layout, lanes, turns, judgedTurn, laneActions, turnActions }: Props) {
  const latest = turns.at(-1);
  const { scrollerRef, contentRef, isAtEnd, toEnd } = useFollowEnd(latest);
  const least = layout === 'columns' ? lanes.length * (narrowestColumn + gap) - gap : 0;
  return (
    <div className="relative flex min-h-0 flex-1">
      <div
        ref={scrollerRef}
        className="[container:scroller/size] min-w-0 flex-1 snap-x snap-proximity scroll-px-4 overflow-auto overscroll-contain"
      >
        <div ref={contentRef} className="px-4" style={{ minWidth: least + 32 }}>
          {turns.map((turn) => (
            <section key={turn.key} className={cn('pb-4', turn !== latest && 'skip-when-unseen')}>
              <PromptRow
                turn={turn}
                isJudged={turn === judgedTurn}
                actions={turnActions}
                className="sticky start-4 w-[calc(100cqw-32px)]"
              />
              <div className="grid" style={{ gap, gridTemplateColumns: gridOf(layout, lanes.length) }}>
                {lanes.map((lane) => (
                  <LaneColumn
                    key={lane.id}
                    lane={lane}
                    lanes={lanes}
                    turn={turn}
                    actions={laneActions}
                    className="snap-start"
                  />
                ))}
              </div>
            </section>
          ))}
        </div>
      </div>
      <ToEndButton isShown={!isAtEnd} onPress={toEnd} />
    </div>
  );
}
