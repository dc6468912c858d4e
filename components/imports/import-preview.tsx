'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { Rejected } from '#components/imports/rejected.tsx';
import type { ImportPreview as Preview } from '#lib/preferences/import/preview-schema.ts';

type Props = {
  preview: Preview;
  /** Once the whole file was read, its report names them all. */
  hidesRejected: boolean;
};

/** What the first rows of the file become. */
export function ImportPreview({ preview, hidesRejected }: Props) {
  const t = useTranslations('imports');
  return (
    <section className="flex min-w-0 flex-col gap-3" aria-label={t('preview')}>
      <h2 className="font-semibold text-lg">{t('preview')}</h2>
      <p className="text-soft text-sm">
        {t('fields')} <span className="break-words font-mono text-ink">{preview.fields.join(', ')}</span>
      </p>
      {preview.rows.length > 0 && <Rows rows={preview.rows} />}
      {preview.ignored > 0 && <p className="text-soft text-sm">{t('ignored', { count: preview.ignored })}</p>}
      {!hidesRejected && <Rejected rows={preview.rejected} count={preview.rejected.length} />}
    </section>
  );
}

function Rows({ rows }: { rows: Preview['rows'] }) {
  const t = useTranslations('imports');
  const words = useTranslations('results');
  const format = useFormatter();
  const heads = ['line', 'prompt', 'models', 'outcome', 'rater', 'time'] as const;
  return (
    <section
      className="overflow-x-auto rounded-lg border border-line"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
      tabIndex={0}
      aria-label={t('rows')}
    >
      <table className="w-full min-w-[44rem] text-left text-sm">
        <thead className="bg-panel text-soft">
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col" className="px-3 py-2 font-medium">
                {t(`columns.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.line} className="border-line border-t align-top">
              <td className="tabular px-3 py-2 text-faint">{row.line}</td>
              <td className="max-w-80 px-3 py-2">
                <span dir="auto" className="line-clamp-2 break-words">
                  {row.prompt}
                </span>
                {row.turns > 1 && <span className="text-faint">{t('turns', { count: row.turns })}</span>}
              </td>
              <td className="px-3 py-2">{row.models.join(' · ')}</td>
              <td className="px-3 py-2">
                {words(`outcomes.${row.outcome}`)}
                {row.outcome === 'win' && `: ${row.winners.join(', ')}`}
              </td>
              <td className="break-all px-3 py-2 text-soft">{row.raterId}</td>
              <td className="tabular whitespace-nowrap px-3 py-2 text-soft">
                {format.dateTime(new Date(row.createdAt), { dateStyle: 'medium' })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
