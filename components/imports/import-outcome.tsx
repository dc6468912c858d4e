'use client';

import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Rejected } from '#components/imports/rejected.tsx';
import { Callout } from '#components/ui/callout.tsx';
import type { ImportReport } from '#lib/preferences/import/report-schema.ts';

type Props = {
  isDryRun: boolean;
  report: ImportReport;
  /** Where to go from here. */
  action?: ReactNode;
};

/** What became of a file, or would. */
export function ImportOutcome({ isDryRun, report, action }: Props) {
  const t = useTranslations('imports');
  const format = useFormatter();
  const say = (key: 'imported' | 'wouldImport' | 'skipped', count: number) =>
    t(key, { count, number: format.number(count) });
  return (
    <div className="flex flex-col gap-3">
      <Callout
        tone={report.imported + report.skipped > 0 ? 'good' : 'warn'}
        title={say(isDryRun ? 'wouldImport' : 'imported', report.imported)}
        action={isDryRun ? undefined : action}
      >
        <p className="tabular text-soft text-sm">
          {report.skipped > 0 && say('skipped', report.skipped)}{' '}
          {report.ignored > 0 && t('ignored', { count: report.ignored })}
        </p>
      </Callout>
      <Rejected rows={report.rejected} count={report.rejectedCount} />
    </div>
  );
}
