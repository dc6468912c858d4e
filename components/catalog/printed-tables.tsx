import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { textLinkClass } from '#components/catalog/text-link.ts';
import { type DocumentTable, documentTables } from '#lib/catalog/document-tables.ts';
import type { Card } from '#lib/catalog/schema.ts';

/** The document's headings, as printed: 模型机构 stands for 模型结构. */
const printed = (column: string) => column.split(' ')[0] ?? column;

function PrintedTable({ table, cards }: { table: DocumentTable; cards: readonly Card[] }) {
  const t = useTranslations('catalog.printed');
  const locale = useLocale();
  const title = cards[0]?.asStated.table?.split(' ')[0];
  const columns = Object.keys(cards[0]?.asStated.cells ?? {});
  return (
    <section className="flex flex-col gap-2">
      <h2 className="font-semibold text-base">
        {t(`titles.${table}`)}
        {locale !== 'zh-CN' && (
          <span lang="zh-CN" className="ml-2 font-normal text-soft">
            {title}
          </span>
        )}
      </h2>
      <div className="overflow-x-auto rounded-lg border border-line bg-panel">
        <table lang="zh-CN" className="w-full border-collapse text-left text-sm">
          <caption className="sr-only">{title}</caption>
          <thead>
            <tr className="border-line border-b">
              {columns.map((column) => (
                <th key={column} scope="col" className="whitespace-nowrap px-3 py-2 font-medium text-soft">
                  {printed(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {cards.map((card) => (
              <tr key={card.id} className="border-line border-b last:border-b-0 hover:bg-hover">
                {columns.map((column, index) => {
                  const cell = card.asStated.cells?.[column];
                  return index === 0 ? (
                    <th key={column} scope="row" className="whitespace-nowrap px-3 py-1.5 font-medium">
                      <Link href={`/catalog/${card.id}`} prefetch={false} className={textLinkClass}>
                        {cell ?? card.name}
                      </Link>
                    </th>
                  ) : (
                    <td key={column} className="whitespace-nowrap px-3 py-1.5">
                      {cell}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** The source document's two tables, cell by cell, misprints and blanks included. */
export function PrintedTables({ cards }: { cards: readonly Card[] }) {
  const t = useTranslations('catalog.printed');
  const byId = new Map(cards.map((card) => [card.id, card]));
  const tables: DocumentTable[] = ['base', 'instruct'];
  return (
    <div className="flex flex-col gap-6">
      <p className="max-w-prose text-soft">{t('intro')}</p>
      {tables.map((table) => (
        <PrintedTable
          key={table}
          table={table}
          cards={documentTables[table].flatMap((id) => byId.get(id) ?? [])}
        />
      ))}
    </div>
  );
}
