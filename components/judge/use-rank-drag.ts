import { type PointerEvent, useRef, useState } from 'react';
import { placeLane, type Ranking, removeLane, tieLane } from '#lib/preferences/ranking.ts';

/** Where a dragged answer can be let go; written into `data-drop` of the element that takes it. */
export type DropTarget =
  | { kind: 'group'; laneId: string }
  | { kind: 'gap'; index: number }
  | { kind: 'unranked' };

export type Drag = { laneId: string; x: number; y: number; over: DropTarget | null };

/** Pixels a pointer may wander before a press becomes a drag. */
const slack = 5;

function targetAt(x: number, y: number): DropTarget | null {
  for (const element of document.elementsFromPoint(x, y)) {
    const drop = element instanceof HTMLElement ? element.dataset.drop : undefined;
    if (drop === undefined) continue;
    if (drop === 'unranked') return { kind: 'unranked' };
    const [kind, value = ''] = drop.split(':');
    return kind === 'gap' ? { kind, index: Number(value) } : { kind: 'group', laneId: value };
  }
  return null;
}

export function dropped(ranking: Ranking, laneId: string, target: DropTarget): Ranking {
  if (target.kind === 'unranked') return removeLane(ranking, laneId);
  if (target.kind === 'gap') return placeLane(ranking, laneId, target.index);
  return tieLane(ranking, laneId, target.laneId);
}

/**
 * Dragging of one answer by mouse, pen or finger. The props go to each answer's button; a press that was no drag
 * remains a click.
 */
export function useRankDrag(onDrop: (laneId: string, target: DropTarget) => void) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const start = useRef<{ x: number; y: number } | null>(null);
  const wasDragged = useRef(false);

  const end = () => {
    start.current = null;
    setDrag(null);
  };
  const propsOf = (laneId: string) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      wasDragged.current = false;
      if (event.button === 0) start.current = { x: event.clientX, y: event.clientY };
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (start.current === null) return;
      const x = event.clientX - start.current.x;
      const y = event.clientY - start.current.y;
      if (!wasDragged.current && Math.hypot(x, y) < slack) return;
      if (!wasDragged.current) event.currentTarget.setPointerCapture(event.pointerId);
      wasDragged.current = true;
      setDrag({ laneId, x, y, over: targetAt(event.clientX, event.clientY) });
    },
    onPointerUp: () => {
      if (drag?.over) onDrop(laneId, drag.over);
      end();
    },
    onPointerCancel: end,
    onClickCapture: (event: { preventDefault(): void; stopPropagation(): void }) => {
      if (!wasDragged.current) return;
      wasDragged.current = false;
      event.preventDefault();
      event.stopPropagation();
    },
  });
  return { drag, propsOf };
}
