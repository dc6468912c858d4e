'use client';

import dynamic from 'next/dynamic';
import type { Overlay } from '#app/(pages)/_compare/use-actions.ts';
import type { Comparison } from '#lib/arena/schema.ts';

const CardSheet = dynamic(
  () => import('#app/(pages)/_compare/card-sheet.tsx').then((module) => module.CardSheet),
  { loading: () => null },
);
const DiffDialog = dynamic(
  () => import('#components/diff/diff-dialog.tsx').then((module) => module.DiffDialog),
  { loading: () => null },
);

type Props = { overlay: Overlay | null; comparison: Comparison | null; onClose: () => void };

/** Loaded when first wanted. */
export function Overlays({ overlay, comparison, onClose }: Props) {
  if (overlay?.kind === 'card') {
    return <CardSheet lane={overlay.lane} lanes={comparison?.lanes ?? []} onClose={onClose} />;
  }
  if (overlay?.kind !== 'diff' || !comparison) return null;
  const lanes = comparison.lanes.map(({ id, label, name }) => ({
    laneId: id,
    label,
    name,
    text: overlay.turn.lane(id).get().text,
  }));
  return (
    <DiffDialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      lanes={lanes.filter(({ text, laneId }) => text !== '' || overlay.pair.includes(laneId))}
      pair={overlay.pair}
    />
  );
}
