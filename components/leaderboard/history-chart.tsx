'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { laneHue } from '#components/lane-letter/lane-hue.ts';
import { type Axis, axisOf, percentOn } from '#components/leaderboard/axis.ts';
import { type Line, spread } from '#components/leaderboard/history-lines.ts';
import { lineLabels } from '#components/leaderboard/line-labels.ts';
import { useWidth } from '#components/leaderboard/use-width.ts';
import type { BoardHistory } from '#lib/rating/board-answer.ts';

const height = 280;
const edges = { left: 48, right: 28, top: 10, bottom: 30 };
const labelGap = 13;

/** Drawn in real pixels, so that its words are as large as all others. */
export function HistoryChart({ history, lines }: { history: BoardHistory; lines: readonly Line[] }) {
  const t = useTranslations('leaderboard.history');
  const format = useFormatter();
  const [ref, width] = useWidth(720);
  const times = history.points.map(({ at }) => Date.parse(at));
  const [first = 0, last = 1] = [times[0], times.at(-1)];
  const axis = axisOf(lines.flatMap(({ places }) => places.map(({ rating }) => rating)));
  const room = width - edges.left - edges.right;
  const x = (time: number) => edges.left + (room * (time - first)) / Math.max(1, last - first);
  const y = (rating: number) =>
    edges.top + (height - edges.top - edges.bottom) * (1 - percentOn(axis, rating) / 100);
  const labels = spread(
    lines.map(({ places }) => y(places.at(-1)?.rating ?? 0)),
    labelGap,
  );
  return (
    <div ref={ref} className="max-w-4xl">
      <svg
        width={width}
        height={height}
        role="img"
        aria-label={t('label', { names: format.list(lines.map(({ name }) => name)) })}
        className="tabular text-xs"
      >
        <Rules axis={axis} y={y} right={width - edges.right} />
        {[first, last].map((time, index) => (
          <text
            key={time}
            x={x(time)}
            y={height - 6}
            textAnchor={index === 0 ? 'start' : 'end'}
            fill="var(--soft)"
          >
            {format.dateTime(new Date(time), { dateStyle: 'medium' })}
          </text>
        ))}
        {lines.map(({ id, places }, index) => (
          <g key={id}>
            <polyline
              points={places
                .map(({ time, rating }) => `${x(time).toFixed(1)},${y(rating).toFixed(1)}`)
                .join(' ')}
              fill="none"
              stroke={laneHue(lineLabels[index] ?? 'A')}
              strokeWidth={2}
              strokeLinejoin="round"
            />
            <text x={width - edges.right + 8} y={(labels[index] ?? 0) + 4} fill="var(--ink)" fontWeight={600}>
              {lineLabels[index]}
            </text>
          </g>
        ))}
      </svg>
    </div>
  );
}

function Rules({ axis, y, right }: { axis: Axis; y: (rating: number) => number; right: number }) {
  const format = useFormatter();
  return axis.ticks.map((tick) => (
    <g key={tick}>
      <line x1={edges.left} x2={right} y1={y(tick)} y2={y(tick)} stroke="var(--line)" />
      <text x={edges.left - 6} y={y(tick) + 4} textAnchor="end" fill="var(--soft)">
        {format.number(tick, { maximumFractionDigits: 1 })}
      </text>
    </g>
  ));
}
