type Row = { id: string; name: string; searchText: string };

/** The catalog's rows again and again until there are `count`, told apart by a number in name and text. */
export function repeatRows<Some extends Row>(rows: readonly Some[], count: number): Some[] {
  return Array.from({ length: count }, (_, index) => {
    const row = rows[index % rows.length];
    if (!row) throw new Error('The catalog is empty.');
    const mark = `no${index}`;
    return {
      ...row,
      id: `${row.id}-${index}`,
      name: `${row.name} ${mark}`,
      searchText: `${row.searchText} ${mark}`,
    };
  });
}
