'use client';

import { useEffect, useId, useRef } from 'react';
import type { ConversationViewProps } from '#components/compare/conversation-view.ts';
import { LaneTabs } from '#components/compare/lane-tabs.tsx';
import { PromptRow } from '#components/compare/prompt-row.tsx';
import { ToEndButton } from '#components/compare/to-end-button.tsx';
import { useFollowEnd } from '#components/compare/use-follow-end.ts';
import { LaneColumn } from '#components/lane/lane-column.tsx';
import { cn } from '#components/ui/class-names.ts';
import type { Lane } from '#lib/arena/schema.ts';

type Props = ConversationViewProps & {
  /** Position of the lane in sight. */
  active: number;
  onActivate: (position: number) => void;
  hasRail: boolean;
};

/** One lane at a time, each with a scroller of its own; the others wait beside it, a swipe away. */
export function AnswersByLane({ active, onActivate, hasRail, ...view }: Props) {
  const { lanes, turns } = view;
  const id = useId();
  const stripRef = useStrip(active, onActivate);
  const panelId = (lane: Lane) => `${id}-${lane.id}`;
  const latest = turns.at(-1);
  return (
    <div className={cn('flex min-h-0 min-w-0 flex-1', !hasRail && 'flex-col')}>
      {latest && lanes.length > 1 && (
        <LaneTabs
          lanes={lanes}
          turn={latest}
          active={active}
          onActivate={onActivate}
          isRail={hasRail}
          panelId={panelId}
        />
      )}
      <div
        ref={stripRef}
        className="scrollbar-none flex min-h-0 min-w-0 flex-1 snap-x snap-mandatory overflow-x-auto overflow-y-hidden overscroll-x-contain"
      >
        {lanes.map((lane, position) => (
          <LanePanel key={lane.id} {...view} id={panelId(lane)} lane={lane} isActive={position === active} />
        ))}
      </div>
    </div>
  );
}

/** Shows the active lane, and hears which lane a swipe has come to rest on. */
function useStrip(active: number, onActivate: (position: number) => void) {
  const stripRef = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const strip = stripRef.current;
    if (!strip) return;
    const show = () => strip.scrollTo({ left: active * strip.clientWidth, behavior: 'instant' });
    show();
    const observer = new ResizeObserver(show);
    observer.observe(strip);
    let timer: ReturnType<typeof setTimeout>;
    const onScroll = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        const position = Math.round(Math.abs(strip.scrollLeft) / strip.clientWidth);
        if (position !== active) onActivate(position);
      }, 90);
    };
    strip.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      clearTimeout(timer);
      observer.disconnect();
      strip.removeEventListener('scroll', onScroll);
    };
  }, [active, onActivate]);
  return stripRef;
}

type PanelProps = ConversationViewProps & { id: string; lane: Lane; isActive: boolean };

function LanePanel({ id, lane, lanes, turns, isActive, judgedTurn, laneActions, turnActions }: PanelProps) {
  const latest = turns.at(-1);
  const { scrollerRef, contentRef, isAtEnd, toEnd } = useFollowEnd(latest);
  return (
    <div
      id={id}
      role="tabpanel"
      aria-label={`${lane.label} ${lane.name ?? ''}`}
      inert={!isActive}
      className="relative flex w-full shrink-0 snap-start snap-always"
    >
      <div ref={scrollerRef} className="min-w-0 flex-1 overflow-y-auto overscroll-y-contain">
        <div ref={contentRef} className="mx-auto max-w-4xl px-4 max-sm:px-2">
          {turns.map((turn) => (
            <section key={turn.key} className={cn('pb-4', turn !== latest && 'skip-when-unseen')}>
              <PromptRow turn={turn} isJudged={turn === judgedTurn} actions={turnActions} />
              <LaneColumn lane={lane} lanes={lanes} turn={turn} actions={laneActions} />
            </section>
          ))}
        </div>
      </div>
      <ToEndButton isShown={!isAtEnd} onPress={toEnd} />
    </div>
  );
}
