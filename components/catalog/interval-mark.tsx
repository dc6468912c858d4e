type Props = { value: number; lower: number; upper: number; low: number; high: number };

/** A dot and its whisker on an axis from `low` to `high`; the numbers stand beside it in words. */
export function IntervalMark({ value, lower, upper, low, high }: Props) {
  const at = (number: number) => `${((number - low) / (high - low)) * 100}%`;
  return (
    <svg aria-hidden className="h-3 w-full">
      <line x1="0" x2="100%" y1="6" y2="6" className="stroke-line" />
      <line x1={at(lower)} x2={at(upper)} y1="6" y2="6" strokeWidth="2" className="stroke-line-strong" />
      <circle cx={at(value)} cy="6" r="3.5" className="fill-ink" />
    </svg>
  );
}
