import { type PointerEvent, useRef, useState } from 'react';

/** One thing that is being dragged, how far, and over what it could be let go. */
export type Drag<Target> = { id: string; x: number; y: number; over: Target | null };

/** Pixels a pointer may wander before a press becomes a drag. */
const slack = 5;

/** What the first element at a point that has `data-drop` says there. */
export function dropAt(x: number, y: number): string | null {
  for (const element of document.elementsFromPoint(x, y)) {
    const drop = element instanceof HTMLElement ? element.dataset.drop : undefined;
    if (drop !== undefined) return drop;
  }
  return null;
}

/**
 * Dragging of one thing by mouse, pen or finger. `parse` reads the `data-drop` of the element underneath. The props go
 * to each thing's element, which has `touch-action: none` where a finger drags it; a press that was no drag remains a
 * click.
 */
export function useDrag<Target>(
  parse: (drop: string) => Target | null,
  onDrop: (id: string, target: Target) => void,
) {
  const [drag, setDrag] = useState<Drag<Target> | null>(null);
  const start = useRef<{ x: number; y: number } | null>(null);
  const wasDragged = useRef(false);

  const end = () => {
    start.current = null;
    setDrag(null);
  };
  const propsOf = (id: string) => ({
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
      const drop = dropAt(event.clientX, event.clientY);
      setDrag({ id, x, y, over: drop === null ? null : parse(drop) });
    },
    onPointerUp: () => {
      if (drag?.over != null) onDrop(id, drag.over);
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
