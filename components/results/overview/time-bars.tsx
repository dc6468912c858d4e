'use client';

import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { TimeRow } from '#components/results/overview/value-row.ts';
import { cn } from '#components/ui/class-names.ts';

const steps: Partial<Record<string, (at: number, count: number) => number>> = {
  ArrowLeft: (at) => at - 1,
  ArrowRight: (at) => at + 1,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** Upright bars in the order of time. One of them is in the tab order; arrow keys lead to the others. */
export function TimeBars({ rows, none }: { rows: readonly TimeRow[]; none: string }) {
  const t = useTranslations('results.overview');
  const group = useRef<HTMLDivElement>(null);
  const [chosen, setReached] = useState<number | null>(null);
  const [named, setNamed] = useState<number | null>(null);
  const reached = Math.min(chosen ?? rows.length - 1, rows.length - 1);
  const most = Math.max(1, ...rows.map(({ count }) => count));
  const shown = named === null ? undefined : rows[named];
  if (rows.length === 0) return <p className="text-faint text-sm">{none}</p>;
  function move(event: KeyboardEvent): void {
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(rows.length - 1, step(reached, rows.length)));
    setReached(next);
    group.current?.querySelectorAll('button')[next]?.focus();
  }
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as bars */}
      <div ref={group} role="group" onKeyDown={move} className="flex h-28 items-stretch border-line border-b">
        {rows.map(({ key, label, count, isChosen, onToggle }, index) => (
          <button
            key={key}
            type="button"
            tabIndex={index === reached ? 0 : -1}
            aria-pressed={isChosen}
            aria-label={t('bar', { label, count })}
            onClick={onToggle}
            onFocus={() => {
              setReached(index);
              setNamed(index);
            }}
            onBlur={() => setNamed(null)}
            onMouseEnter={() => setNamed(index)}
            onMouseLeave={() => setNamed(null)}
            className={cn(
              'flex min-w-0 max-w-8 flex-1 items-end px-px hover:bg-hover',
              isChosen && 'bg-selected',
            )}
          >
            <span
              className={cn('w-full rounded-t-[1px]', isChosen ? 'bg-ink' : 'bg-line-strong')}
              style={{ height: count === 0 ? 0 : `max(2px, ${((100 * count) / most).toFixed(2)}%)` }}
            />
          </button>
        ))}
      </div>
      <p aria-hidden className="tabular flex justify-between gap-2 text-faint text-xs">
        {shown ? (
          <span className="truncate text-ink">{t('bar', { label: shown.label, count: shown.count })}</span>
        ) : (
          <>
            <span className="truncate">{rows[0]?.short}</span>
            {rows.length > 1 && <span className="truncate">{rows.at(-1)?.short}</span>}
          </>
        )}
      </p>
    </>
  );
}
