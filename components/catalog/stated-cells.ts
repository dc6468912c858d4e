import type { Card } from '#lib/catalog/schema.ts';

/** Columns of the document's two tables, by what they are about. 模型机构 is printed so, for 模型结构. */
const columns = {
  releaseDate: ['发布时间'],
  organisation: ['发布机构'],
  languages: ['语言'],
  parameters: ['参数', '参数规模'],
  trainingTokens: ['Tokens规模'],
  basedOn: ['基础模型'],
  weights: ['是否开源'],
  architecture: ['模型机构'],
  modality: ['模态'],
} as const;

export type StatedField = keyof typeof columns;

/** The document's own cell: its text, null where it is blank, undefined where the document has no such column. */
export function statedCell(card: Card, field: StatedField): string | null | undefined {
  const cells = Object.entries(card.asStated.cells ?? {});
  const names: readonly string[] = columns[field];
  return cells.find(([column]) => names.includes(column.split(' ')[0] ?? ''))?.[1];
}
