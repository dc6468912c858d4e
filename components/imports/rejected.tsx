'use client';

import { useFormatter, useTranslations } from 'next-intl';

/** More would be read by nobody; the server tells a thousand, programs get them from it. */
const mostShown = 100;

/** Lines that cannot be taken in, with their reasons. */
export function Rejected({
  rows,
  count,
}: {
  rows: readonly { line: number; reason: string }[];
  count: number;
}) {
  const t = useTranslations('imports');
  const format = useFormatter();
  if (count === 0) return null;
  return (
    <details className="rounded-lg border border-line p-3" open={count <= 5}>
      <summary className="tabular cursor-pointer font-medium text-warn">
        {t('rejected', { count, number: format.number(count) })}
      </summary>
      <ul className="mt-2 flex max-h-80 flex-col gap-1 overflow-y-auto text-sm">
        {rows.slice(0, mostShown).map(({ line, reason }) => (
          <li key={`${line} ${reason}`} className="break-words">
            <span className="tabular text-faint">{t('line', { line })}</span> {reason}
          </li>
        ))}
        {count > mostShown && <li className="text-faint">{t('more', { count: count - mostShown })}</li>}
      </ul>
    </details>
  );
}
