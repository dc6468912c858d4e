import { useTranslations } from 'next-intl';
import { Fragment, type ReactNode, useCallback } from 'react';
import { textLinkClass } from '#components/catalog/text-link.ts';
import { useCardWords } from '#components/catalog/use-card-words.ts';
import type { TableColumn, TableRow } from '#lib/catalog/table-view.ts';

type Translate = ReturnType<typeof useTranslations<'catalog'>>;
type Words = ReturnType<typeof useCardWords>;

/** Columns whose numbers stand under each other, at the right. */
export const numberColumns: readonly TableColumn[] = [
  'parameters',
  'trainingTokens',
  'contextWindow',
  'arena',
  'errata',
];

/** Fixed, so that no column moves while a person searches; a wide screen gives each its share of the rest. */
export const columnWidths: Readonly<Record<TableColumn, string>> = {
  kind: 'w-36',
  organisation: 'w-40',
  releaseDate: 'w-26',
  parameters: 'w-28',
  trainingTokens: 'w-30',
  architecture: 'w-36',
  basedOn: 'w-38',
  method: 'w-64',
  contextWindow: 'w-24',
  languages: 'w-40',
  licence: 'w-56',
  access: 'w-34',
  arena: 'w-32',
  errata: 'w-22',
};

/** Stands where nothing is known. */
export const unknown = '–';

export type TableCell = (row: TableRow, column: TableColumn) => ReactNode;

/** What stands in one place of the table. It stays the same: one serves all rows, and those drawn need not be again. */
export function useTableCell(): TableCell {
  const t = useTranslations('catalog');
  const words = useCardWords();
  return useCallback((row, column) => cellContent(row, column, t, words), [t, words]);
}

function cellContent(row: TableRow, column: TableColumn, t: Translate, words: Words): ReactNode {
  switch (column) {
    case 'kind':
      return t(`kind.${row.kind}`);
    case 'organisation':
      return words.list(row.organisation);
    case 'releaseDate':
      return row.releaseDate ?? unknown;
    case 'parameters':
    case 'trainingTokens': {
      const value = row[column];
      return value === null ? unknown : words.billions(value);
    }
    case 'contextWindow':
      return row.contextWindow === null ? unknown : words.count(row.contextWindow);
    case 'architecture':
      return t(`architecture.${row.architecture}`);
    case 'basedOn':
      return row.basedOn.length === 0 ? unknown : <Parents cards={row.basedOn} />;
    case 'method':
      return row.method.length === 0 ? unknown : words.sentences(row.method);
    case 'languages':
      return words.list(row.languages.map(words.language));
    case 'licence':
      return words.say(row.licence);
    case 'access':
      return t(`access.${row.access}`);
    case 'arena':
      return row.arena ?? unknown;
    case 'errata':
      return row.errata === 0 ? unknown : row.errata;
  }
}

/** The table follows its links by itself. */
function Parents({ cards }: { cards: TableRow['basedOn'] }) {
  return cards.map(({ id, name }, index) => (
    <Fragment key={id}>
      {index > 0 && ', '}
      <a href={`/catalog/${id}`} className={textLinkClass}>
        {name}
      </a>
    </Fragment>
  ));
}
