import { useFormatter, useTranslations } from 'next-intl';
import { Fragment } from 'react';
import type { Response } from '#lib/arena/schema.ts';

type Figure = { label: string; value: string };

function useFigures({ timing, usage, costUsd, costSource, attempts }: Response): Figure[] {
  const t = useTranslations('lane.metrics');
  const format = useFormatter();
  const seconds = (milliseconds: number) =>
    t('seconds', {
      value: format.number(milliseconds / 1000, { maximumFractionDigits: milliseconds < 10_000 ? 2 : 1 }),
    });
  const about = usage?.estimated ? '~' : '';
  const figures: Figure[] = [];
  // The whole duration stands only where there is no first text to time: two like figures would confuse.
  if (timing?.timeToFirstTextMs != null) {
    const label = t('firstTextOf', { duration: seconds(timing.durationMs) });
    figures.push({ label, value: seconds(timing.timeToFirstTextMs) });
  } else if (timing) {
    figures.push({ label: t('duration'), value: seconds(timing.durationMs) });
  }
  if (timing?.tokensPerSecond != null) {
    const value = about + format.number(timing.tokensPerSecond, { maximumSignificantDigits: 3 });
    figures.push({ label: t('speed'), value: t('speedValue', { value }) });
  }
  if (usage) {
    const value = about + format.number(usage.outputTokens);
    const label = usage.estimated ? `${t('tokens')} (${t('estimated')})` : t('tokens');
    figures.push({ label, value: t('tokensValue', { value }) });
  }
  if (costUsd !== null) {
    const dollars = { style: 'currency', currency: 'USD', currencyDisplay: 'narrowSymbol' } as const;
    const price = format.number(costUsd, { ...dollars, maximumSignificantDigits: 3 });
    const isRough = usage?.estimated || costSource !== undefined;
    const value = costUsd === 0 ? t('free') : (isRough ? '~' : '') + price;
    figures.push({
      label: costSource === undefined ? t('cost') : t('costBy', { source: costSource }),
      value,
    });
  }
  if (attempts !== null && attempts > 1) {
    figures.push({ label: '', value: t('attempts', { count: attempts }) });
  }
  return figures;
}

/** One quiet line under an answer that has ended. */
export function LaneMetrics({ response }: { response: Response }) {
  const t = useTranslations('lane.metrics');
  const figures = useFigures(response);
  if (figures.length === 0) return null;
  return (
    <p className="tabular flex flex-wrap gap-x-1.5 text-faint text-xs">
      <span className="sr-only">{t('label')}: </span>
      {figures.map(({ label, value }, position) => (
        <Fragment key={label}>
          {position > 0 && <span aria-hidden>·</span>}
          <span title={label || undefined}>
            {label && <span className="sr-only">{label} </span>}
            {value}
          </span>
        </Fragment>
      ))}
    </p>
  );
}
