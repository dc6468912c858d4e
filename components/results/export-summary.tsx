'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { leftOutReasons } from '#lib/preferences/export/left-out-reasons.ts';

type Props = {
  ballots: number;
  rows: number;
  bytes: number;
  leftOut: Readonly<Record<string, number>>;
  personalData: { key: number; email: number; phone: number } | null;
};

/** What a download will hold, before it starts. */
export function ExportSummary({ ballots, rows, bytes, leftOut, personalData }: Props) {
  const t = useTranslations('exports');
  const format = useFormatter();
  const reasons = leftOutReasons.filter((reason) => (leftOut[reason] ?? 0) > 0);
  return (
    <div className="flex flex-col gap-1">
      <p className="tabular font-medium">
        {t('rows', {
          rows,
          rowsText: format.number(rows),
          ballots,
          ballotsText: format.number(ballots),
          size: format.number(bytes < 1e6 ? bytes / 1e3 : bytes / 1e6, {
            style: 'unit',
            unit: bytes < 1e6 ? 'kilobyte' : 'megabyte',
            maximumFractionDigits: 1,
          }),
        })}
      </p>
      {reasons.length > 0 && (
        <ul className="tabular text-soft text-sm">
          {reasons.map((reason) => (
            <li key={reason}>{t(`leftOut.${reason}`, { count: leftOut[reason] ?? 0 })}</li>
          ))}
        </ul>
      )}
      {personalData && <p className="tabular text-soft text-sm">{t('found', personalData)}</p>}
    </div>
  );
}
