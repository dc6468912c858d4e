import Columns3 from 'lucide-react/icons/columns-3';
import Search from 'lucide-react/icons/search';
import { useTranslations } from 'next-intl';
import { memo } from 'react';
import { PlainCheckbox } from '#components/catalog/plain-checkbox.tsx';
import { buttonClass } from '#components/ui/button.tsx';
import { cn } from '#components/ui/class-names.ts';
import { NativeSelect } from '#components/ui/native-select.tsx';
import { PlainInput } from '#components/ui/plain-input.tsx';
import { accessStatuses, architectures, cardKinds } from '#lib/catalog/schema-words.ts';
import { type TableColumn, type TableFilter, tableColumns } from '#lib/catalog/table-view.ts';

const all = 'all';

/** Two beside each other on a phone. */
const halfOnPhone = 'max-sm:w-[calc(50%-0.25rem)]';

type Props = {
  filter: TableFilter;
  onFilter: (change: Partial<TableFilter>) => void;
  onLeaveSearch: () => void;
  columns: readonly TableColumn[];
  /** Stays the same. */
  onColumns: (columns: TableColumn[]) => void;
};

/** Search, choices and columns of the table. */
export function TableTools({ filter, onFilter, onLeaveSearch, columns, onColumns }: Props) {
  const t = useTranslations('catalog');
  return (
    <search className="flex flex-wrap items-center gap-2">
      <div className="relative min-w-56 flex-1">
        <Search aria-hidden className="absolute top-1/2 left-2 size-4 -translate-y-1/2 text-faint" />
        <PlainInput
          type="search"
          label={t('table.search')}
          placeholder={t('table.searchHint')}
          value={filter.q}
          onChange={(q) => onFilter({ q })}
          onBlur={onLeaveSearch}
          className="pl-8"
        />
      </div>
      <NativeSelect
        label={t('table.columns.kind')}
        className={halfOnPhone}
        value={filter.kind ?? all}
        onChange={(kind) => onFilter({ kind: kind === all ? null : kind })}
        options={[
          { value: all, label: t('table.anyKind') },
          ...cardKinds.map((value) => ({ value, label: t(`kind.${value}`) })),
        ]}
      />
      <NativeSelect
        label={t('table.columns.architecture')}
        className={halfOnPhone}
        value={filter.architecture ?? all}
        onChange={(architecture) => onFilter({ architecture: architecture === all ? null : architecture })}
        options={[
          { value: all, label: t('table.anyArchitecture') },
          ...architectures.map((value) => ({ value, label: t(`architecture.${value}`) })),
        ]}
      />
      <NativeSelect
        label={t('table.columns.access')}
        className={halfOnPhone}
        value={filter.access ?? all}
        onChange={(access) => onFilter({ access: access === all ? null : access })}
        options={[
          { value: all, label: t('table.anyAccess') },
          ...accessStatuses.map((value) => ({ value, label: t(`access.${value}`) })),
        ]}
      />
      <ColumnChoice columns={columns} onColumns={onColumns} />
    </search>
  );
}

/** Stays as it is while a person types in the search. */
const ColumnChoice = memo(function ColumnChoice({
  columns,
  onColumns,
}: Pick<Props, 'columns' | 'onColumns'>) {
  const t = useTranslations('catalog.table');
  const choose = (column: TableColumn, isShown: boolean) =>
    onColumns(tableColumns.filter((name) => (name === column ? isShown : columns.includes(name))));
  return (
    <details className={cn('relative', halfOnPhone)}>
      <summary className={`${buttonClass('plain')} list-none max-sm:w-full`}>
        <Columns3 aria-hidden />
        {t('chooseColumns')}
      </summary>
      <fieldset className="absolute right-0 z-20 mt-1 flex w-56 flex-col rounded-lg border border-line bg-raised p-3 shadow-float">
        <legend className="sr-only">{t('chooseColumns')}</legend>
        {tableColumns.map((column) => (
          <PlainCheckbox
            key={column}
            isChecked={columns.includes(column)}
            onChange={(isShown) => choose(column, isShown)}
          >
            {t(`columns.${column}`)}
          </PlainCheckbox>
        ))}
      </fieldset>
    </details>
  );
});
