import { type Axis, percentOn } from '#components/leaderboard/axis.ts';

type Props = { axis: Axis; rating: number; lower: number | null; upper: number | null };

/** A dot and a whisker on the axis of the table; the numbers stand beside it in words. */
export function IntervalMark({ axis, rating, lower, upper }: Props) {
  return (
    <div aria-hidden className="relative h-6">
      <AxisLines axis={axis} />
      {lower !== null && upper !== null && (
        <div
          className="absolute top-1/2 h-0.5 min-w-px -translate-y-1/2 rounded-full bg-soft"
          style={{
            left: `${percentOn(axis, lower)}%`,
            width: `${percentOn(axis, upper) - percentOn(axis, lower)}%`,
          }}
        />
      )}
      <div
        className="absolute top-1/2 size-2.5 -translate-x-1/2 -translate-y-1/2 rounded-full bg-ink"
        style={{ left: `${percentOn(axis, rating)}%` }}
      />
    </div>
  );
}

export function AxisLines({ axis }: { axis: Axis }) {
  return axis.ticks.map((tick) => (
    <div
      key={tick}
      className="absolute -top-3 -bottom-3 w-px bg-line"
      style={{ left: `${percentOn(axis, tick)}%` }}
    />
  ));
}
