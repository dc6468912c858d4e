import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

type Props = { columns: readonly string[]; rows: readonly { id: string; cells: readonly ReactNode[] }[] };

/** The data of a picture, for whoever would rather read it. */
export function DataTable({ columns, rows }: Props) {
  const t = useTranslations('catalog.pictures');
  return (
    <details className="rounded-lg border border-line bg-panel">
      <summary className="px-3 py-2 text-soft">{t('asTable')}</summary>
      <div className="overflow-x-auto border-line border-t">
        <table className="w-full border-collapse text-left text-sm">
          <caption className="sr-only">{t('asTable')}</caption>
          <thead>
            <tr className="border-line border-b">
              {columns.map((column) => (
                <th key={column} scope="col" className="whitespace-nowrap px-3 py-2 font-medium text-soft">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, cells }) => (
              <tr key={id} className="border-line border-b last:border-b-0">
                {cells.map((cell, index) => (
                  <td key={columns[index]} className="tabular px-3 py-1.5">
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
