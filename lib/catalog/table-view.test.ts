import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cards } from '#lib/catalog/cards.ts';
import { documentTables } from '#lib/catalog/document-tables.ts';
import { toTableRow } from '#lib/catalog/table-rows.ts';
import { filterRows, sortRows, type TableFilter, tableColumns } from '#lib/catalog/table-view.ts';

const rows = cards.map(toTableRow);
const none: TableFilter = { q: '', kind: null, architecture: null, access: null };
const ids = (filter: Partial<TableFilter>) => filterRows(rows, { ...none, ...filter }).map(({ id }) => id);

describe('the table', () => {
  test('searches in both languages and wants every word', () => {
    expect(ids({ q: '清华' })).toEqual(['glm-130b', 'chatglm']);
    expect(ids({ q: 'meta 开放' })).toEqual([]);
    expect(ids({ q: 'BLOOM hugging' })).toContain('bloomz');
    expect(ids({ q: '  ' })).toHaveLength(cards.length);
  });

  test('narrows by choices', () => {
    expect(ids({ kind: 'program' })).toEqual(['shannon', 'eliza', 'librarian']);
    expect(ids({ architecture: 'encoder-decoder', access: 'open-weights' })).toEqual([
      't5',
      'mt5',
      't0',
      'mt0',
    ]);
  });

  test('shows the tokens seen in training, not the size of a corpus', () => {
    const tokens = (id: string) => rows.find((row) => row.id === id)?.trainingTokens;
    expect([tokens('lamda'), tokens('opt'), tokens('llama'), tokens('gpt-4')]).toEqual([
      null,
      300,
      1400,
      null,
    ]);
  });

  test('counts as errata what the errata page lists, not where other sources differ', () => {
    const errata = (id: string) => rows.find((row) => row.id === id)?.errata;
    expect([errata('gpt-4'), errata('lamda'), errata('eliza')]).toEqual([2, 2, 0]);
  });

  test('sorts every column both ways, and puts what is not known last', () => {
    fc.assert(
      fc.property(fc.constantFrom(...tableColumns, 'name' as const), fc.boolean(), (key, isDescending) => {
        const sorted = sortRows(rows, key, isDescending);
        expect(sorted.toSorted((a, b) => a.id.localeCompare(b.id))).toEqual(
          rows.toSorted((a, b) => a.id.localeCompare(b.id)),
        );
      }),
    );
    const sizes = sortRows(rows, 'parameters', true).map(({ parameters }) => parameters);
    expect(sizes[0]).toBe(540);
    expect(sizes.at(-1)).toBeNull();
    expect(sortRows(rows, 'parameters', false).at(-1)?.parameters).toBeNull();
  });

  test('the printed tables hold the cards of those tables', () => {
    const ofTable = (name: string) =>
      cards.filter((card) => card.asStated.table?.includes(name)).map(({ id }) => id);
    expect([...documentTables.base].sort()).toEqual(ofTable('(base models)').sort());
    expect([...documentTables.instruct].sort()).toEqual(ofTable('(instruction-tuned models)').sort());
  });
});
