'use client';

import { useFormatter, useTranslations } from 'next-intl';
import type { RejectedRow } from '#lib/records/row-fault.ts';

/** More would be read by nobody; the server tells a thousand, programs get them from it. */
const mostShown = 100;

/** Lines that cannot be taken in, with their reasons. */
export function Rejected({ rows, count }: { rows: readonly RejectedRow[]; count: number }) {
  const t = useTranslations('imports');
  const format = useFormatter();
  if (count === 0) return null;
  return (
    <details className="rounded-lg border border-line p-3" open={count <= 5}>
      <summary className="tabular cursor-pointer font-medium text-warn">
        {t('rejected', { count, number: format.number(count) })}
      </summary>
      <ul className="mt-2 flex max-h-80 flex-col gap-1 overflow-y-auto text-sm">
        {rows.slice(0, mostShown).map(({ line, reason, code, values }) => (
          <li key={`${line} ${reason}`} className="break-words">
            <span className="tabular text-faint">{t('line', { line })}</span> {t(`reasons.${code}`, values)}
          </li>
        ))}
        {count > mostShown && <li className="text-faint">{t('more', { count: count - mostShown })}</li>}
      </ul>
    </details>
  );
}
