'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useId } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Popover } from '#components/ui/popover.tsx';

type Props = {
  title: string;
  /** All numbers; offered behind a button. */
  table: ReactNode;
  children: ReactNode;
};

/** One small chart with the table behind it. */
export function ChartFrame({ title, table, children }: Props) {
  const t = useTranslations('results.overview');
  const id = useId();
  return (
    <section aria-labelledby={id} className="flex min-w-0 snap-start flex-col gap-1">
      <div className="flex items-center justify-between gap-2">
        <h3 id={id} className="truncate font-medium text-sm">
          {title}
        </h3>
        <Popover
          title={title}
          align="end"
          className="max-h-[min(28rem,var(--available-height))] w-fit min-w-64"
          trigger={
            <Button
              tone="quiet"
              size="sm"
              className="-mr-2 font-normal text-xs"
              aria-label={t('tableOf', { title })}
            >
              {t('table')}
            </Button>
          }
        >
          {table}
        </Popover>
      </div>
      {children}
    </section>
  );
}
