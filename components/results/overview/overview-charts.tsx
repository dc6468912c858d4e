'use client';

import { useTranslations } from 'next-intl';
import { ChartFrame } from '#components/results/overview/chart-frame.tsx';
import { useOverviewRows } from '#components/results/overview/overview-rows.ts';
import { TimeBars } from '#components/results/overview/time-bars.tsx';
import { ValueBars } from '#components/results/overview/value-bars.tsx';
import type { ValueRow } from '#components/results/overview/value-row.ts';
import { ValueTable } from '#components/results/overview/value-table.tsx';
import type { ResultFilter } from '#components/results/result-filter.ts';
import { cn } from '#components/ui/class-names.ts';
import type { Overview } from '#lib/preferences/overview/overview-schema.ts';

type Props = {
  overview: Overview;
  filter: ResultFilter;
  onChange: (change: Partial<ResultFilter>) => void;
};

/** What the log holds under the filter; every bar filters. Scrolls sideways where there is no room for all. */
export function OverviewCharts({ overview, filter, onChange }: Props) {
  const t = useTranslations('results.overview');
  const { unit, days, ...rows } = useOverviewRows(overview, filter, onChange);
  const charts = [
    { name: 'outcomes', values: rows.outcomes.length },
    { name: 'endpoints', values: overview.endpoints.values },
    { name: 'raters', values: overview.raters.values },
    { name: 'languages', values: overview.languages.values },
    { name: 'flags', values: rows.flags.length },
  ] as const;
  return (
    <div className="grid snap-x auto-cols-[minmax(12rem,1fr)] grid-flow-col gap-x-6 overflow-x-auto motion-safe:scroll-smooth -mx-2 scroll-px-2 px-2 py-1">
      <ChartFrame title={t(`per.${unit}`)} table={<ValueTable of={t('time')} rows={days} />}>
        <TimeBars rows={days} none={t('none')} />
      </ChartFrame>
      {charts.map(({ name, values }) => {
        const further = values - rows[name].length;
        return (
          <ChartFrame
            key={name}
            title={t(name)}
            table={<ValueTable of={t(name)} rows={rows[name]} further={further} />}
          >
            <ValueBars
              rows={rows[name]}
              further={further}
              none={t('none')}
              most={name === 'endpoints' ? 4 : 5}
            />
            {name === 'endpoints' && <Legend rows={rows[name]} />}
          </ChartFrame>
        );
      })}
    </div>
  );
}

/** What the parts of the bars mean, as far as they have any. */
function Legend({ rows }: { rows: readonly ValueRow[] }) {
  const [first] = rows;
  const shown = first?.parts?.filter(({ name }) =>
    rows.some(({ parts = [] }) => parts.some((part) => part.name === name && part.count > 0)),
  );
  return (
    <p aria-hidden className="flex flex-wrap gap-x-2 text-faint text-xs">
      {shown?.map(({ name, tone }) => (
        <span key={name} className="inline-flex items-center gap-1">
          <span className={cn('size-2 rounded-[1px]', tone)} />
          {name}
        </span>
      ))}
    </p>
  );
}
