import { cn } from '#components/ui/class-names.ts';
import type { LaneLabel } from '#lib/arena/schema.ts';

const hues: Record<LaneLabel, string> = {
  A: 'border-b-lane-a',
  B: 'border-b-lane-b',
  C: 'border-b-lane-c',
  D: 'border-b-lane-d',
  E: 'border-b-lane-e',
  F: 'border-b-lane-f',
  G: 'border-b-lane-g',
  H: 'border-b-lane-h',
};

/** A lane's letter over its hue. */
export function LaneLetter({ label, className }: { label: LaneLabel; className?: string }) {
  return (
    <span
      className={cn(
        'inline-flex h-5 min-w-5 shrink-0 items-center justify-center rounded-sm border border-line border-b-3 bg-panel px-1 font-semibold text-ink text-xs leading-none',
        hues[label],
        className,
      )}
    >
      {label}
    </span>
  );
}
