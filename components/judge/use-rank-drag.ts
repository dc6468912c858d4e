import { useDrag } from '#components/ui/use-drag.ts';
import { placeLane, type Ranking, removeLane, tieLane } from '#lib/preferences/ranking.ts';

/** Where a dragged answer can be let go; written into `data-drop` of the element that takes it. */
export type DropTarget =
  | { kind: 'group'; laneId: string }
  | { kind: 'gap'; index: number }
  | { kind: 'unranked' };

function parseDrop(drop: string): DropTarget | null {
  if (drop === 'unranked') return { kind: 'unranked' };
  const [kind, value = ''] = drop.split(':');
  if (kind === 'gap') return { kind, index: Number(value) };
  return kind === 'group' ? { kind, laneId: value } : null;
}

export function dropped(ranking: Ranking, laneId: string, target: DropTarget): Ranking {
  if (target.kind === 'unranked') return removeLane(ranking, laneId);
  if (target.kind === 'gap') return placeLane(ranking, laneId, target.index);
  return tieLane(ranking, laneId, target.laneId);
}

/** Dragging of answers; the props go to each answer's button. */
export function useRankDrag(onDrop: (laneId: string, target: DropTarget) => void) {
  return useDrag(parseDrop, onDrop);
}
