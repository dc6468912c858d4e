import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { languageName } from '#components/results/language-name.ts';
import { groupDays, type TimeUnit } from '#components/results/overview/time-groups.ts';
import type { TimeRow, ValueRow } from '#components/results/overview/value-row.ts';
import type { ResultFilter } from '#components/results/result-filter.ts';
import type { Outcome } from '#lib/preferences/outcomes.ts';
import type { LaneResult } from '#lib/preferences/overview/lane-result.ts';
import type { Overview } from '#lib/preferences/overview/overview-schema.ts';

type Change = (change: Partial<ResultFilter>) => void;
export type OverviewRows = Record<'outcomes' | 'endpoints' | 'raters' | 'languages' | 'flags', ValueRow[]> & {
  unit: TimeUnit;
  days: TimeRow[];
};

const outcomeTones: Partial<Record<Outcome, string>> = { win: 'bg-good', 'all-bad': 'bg-bad' };

/** Parts of an endpoint's bar, in their order; none is told by its colour alone. */
const resultTones = {
  won: 'bg-good',
  tied: 'bg-[color-mix(in_oklch,var(--good)_50%,var(--panel))]',
  lost: 'bg-line-strong',
  bad: 'bg-bad',
  unranked: 'border border-line-strong',
} as const satisfies Record<LaneResult, string>;
const results = ['won', 'tied', 'lost', 'bad', 'unranked'] as const satisfies readonly LaneResult[];

/** The charts' rows in the reader's words, each with what its click does to the filter. */
export function useOverviewRows(overview: Overview, filter: ResultFilter, onChange: Change): OverviewRows {
  const t = useTranslations('results');
  const tFlags = useTranslations('judge.flags');
  const locale = useLocale();
  const nameDays = useDayNames();
  const { unit, groups } = groupDays(overview.days);
  function toggles<Name extends 'outcome' | 'endpoint' | 'rater' | 'language' | 'flag'>(
    name: Name,
    value: ResultFilter[Name],
  ) {
    const isChosen = filter[name] === value;
    const change: Partial<ResultFilter> = { [name]: isChosen ? null : value };
    return { key: String(value), isChosen, onToggle: () => onChange(change) };
  }
  return {
    unit,
    days: groups.map(({ from, to, count }) => {
      const isChosen = filter.from === from && filter.to === to;
      const onToggle = () => onChange(isChosen ? { from: null, to: null } : { from, to });
      return { key: from, ...nameDays(from, unit), count, isChosen, onToggle };
    }),
    outcomes: overview.outcomes.map(({ outcome, count }) => ({
      ...toggles('outcome', outcome),
      ...{ label: t(`outcomes.${outcome}`), count, tone: outcomeTones[outcome] ?? 'bg-line-strong' },
    })),
    endpoints: overview.endpoints.rows.map((row) => ({
      ...toggles('endpoint', row.id),
      label: row.name,
      count: results.reduce((sum, result) => sum + row[result], 0),
      parts: results.map((result) => ({
        ...{ name: t(`overview.results.${result}`), count: row[result], tone: resultTones[result] },
      })),
    })),
    raters: overview.raters.rows.map(({ id, count }) => ({ ...toggles('rater', id), label: id, count })),
    languages: overview.languages.rows.map(({ language, count }) => ({
      ...toggles('language', language),
      ...{ label: languageName(language, locale, t('filters.noLanguage')), count },
    })),
    flags: overview.flags.map(({ flag, count }) => ({
      ...toggles('flag', flag),
      ...{ label: tFlags(flag), count },
    })),
  };
}

function useDayNames(): (from: string, unit: TimeUnit) => { label: string; short: string } {
  const t = useTranslations('results.overview');
  const format = useFormatter();
  const day = { month: 'short', day: 'numeric' } as const;
  const looks = {
    day: [{ dateStyle: 'medium' }, day],
    week: [{ dateStyle: 'medium' }, day],
    month: [
      { year: 'numeric', month: 'long' },
      { year: 'numeric', month: 'short' },
    ],
    year: [{ year: 'numeric' }, { year: 'numeric' }],
  } as const;
  return (from, unit) => {
    // A day has no time zone; UTC on both sides keeps it the same day.
    const [label, short] = looks[unit].map((look) =>
      format.dateTime(new Date(from), { ...look, timeZone: 'UTC' }),
    );
    return { label: unit === 'week' ? t('weekOf', { day: label ?? '' }) : (label ?? ''), short: short ?? '' };
  };
}
