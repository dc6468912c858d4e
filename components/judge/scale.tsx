import { ToggleGroup } from '#components/ui/toggle-group.tsx';

type Props = {
  label: string;
  /** What the two ends mean: "poor", "excellent". */
  ends: readonly [string, string];
  points: 5 | 7;
  value: number | null;
  onChange: (value: number | undefined) => void;
};

/** A scale from 1 up; pressing the chosen point again takes it back. */
export function Scale({ label, ends, points, value, onChange }: Props) {
  const options = Array.from({ length: points }, (_, index) => `${index + 1}`);
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span aria-hidden className="w-24 shrink-0 text-sm">
        {label}
      </span>
      <ToggleGroup
        label={`${label}, 1: ${ends[0]}, ${points}: ${ends[1]}`}
        canBeEmpty
        value={value === null ? null : `${value}`}
        onChange={(next) => onChange(next === null ? undefined : Number(next))}
        options={options.map((option) => ({ value: option, label: option }))}
      />
    </div>
  );
}
