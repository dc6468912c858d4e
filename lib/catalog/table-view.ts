import type { BothLanguages, Card, CardLink } from '#lib/catalog/schema.ts';
import { normalizeText } from '#lib/catalog/search-text.ts';

/** A card as the catalog's table shows it. Counts are the largest published; null: none was. */
export type TableRow = Pick<Card, 'id' | 'name' | 'kind'> & {
  organisation: readonly string[];
  releaseDate: string | null;
  datePrecision: Card['verified']['releaseDate']['precision'];
  /** In billions. */
  parameters: number | null;
  /** In billions. */
  trainingTokens: number | null;
  contextWindow: number | null;
  architecture: Card['verified']['architecture']['value'];
  basedOn: readonly CardLink[];
  method: readonly BothLanguages[];
  languages: readonly string[];
  licence: BothLanguages;
  access: Card['access']['status'];
  /** Best rating of the arena's history. */
  arena: number | null;
  errata: number;
  searchText: string;
};

/** What can stand beside the name, in this order. */
export const tableColumns = [
  'kind',
  'organisation',
  'releaseDate',
  'parameters',
  'trainingTokens',
  'architecture',
  'basedOn',
  'method',
  'contextWindow',
  'languages',
  'licence',
  'access',
  'arena',
  'errata',
] as const;
export type TableColumn = (typeof tableColumns)[number];
export type SortKey = TableColumn | 'name';

export const defaultColumns: readonly TableColumn[] = [
  'organisation',
  'releaseDate',
  'parameters',
  'trainingTokens',
  'architecture',
  'basedOn',
  'access',
  'errata',
];

export type TableFilter = {
  q: string;
  kind: TableRow['kind'] | null;
  architecture: TableRow['architecture'] | null;
  access: TableRow['access'] | null;
};

/** The rows in which every word is found and every choice holds. */
export function filterRows(rows: readonly TableRow[], filter: TableFilter): TableRow[] {
  const words = normalizeText(filter.q).split(/\s+/).filter(Boolean);
  return rows.filter(
    (row) =>
      (filter.kind === null || row.kind === filter.kind) &&
      (filter.architecture === null || row.architecture === filter.architecture) &&
      (filter.access === null || row.access === filter.access) &&
      words.every((word) => row.searchText.includes(word)),
  );
}

function sortValue(row: TableRow, key: SortKey): string | number | null {
  switch (key) {
    case 'basedOn':
      return row.basedOn.map(({ name }) => name).join(', ') || null;
    case 'method':
      return row.method.map(({ en }) => en).join(', ') || null;
    case 'licence':
      return row.licence.en;
    case 'organisation':
    case 'languages':
      return row[key].join(', ') || null;
    default:
      return row[key];
  }
}

const collator = new Intl.Collator('en', { numeric: true });

/** Sorted stably; rows without a value come last whichever way it goes. */
export function sortRows(rows: readonly TableRow[], key: SortKey, isDescending: boolean): TableRow[] {
  const sign = isDescending ? -1 : 1;
  return rows
    .map((row) => ({ row, value: sortValue(row, key) }))
    .sort((one, other) => {
      if (one.value === null || other.value === null) {
        return Number(one.value === null) - Number(other.value === null);
      }
      return typeof one.value === 'number' && typeof other.value === 'number'
        ? sign * (one.value - other.value)
        : sign * collator.compare(`${one.value}`, `${other.value}`);
    })
    .map(({ row }) => row);
}
