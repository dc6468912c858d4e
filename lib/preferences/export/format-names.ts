/** Here alone, because a page that offers the formats needs no format's code. */
export const exportFormatNames = [
  'trl-preference',
  'trl-preference-implicit',
  'trl-kto',
  'trl-sft',
  'openai-dpo',
  'llama-factory',
  'arena',
  'csv',
  'baijia',
] as const;
export type ExportFormatName = (typeof exportFormatNames)[number];

/** What a downloaded file is called. */
export function exportFileName(format: ExportFormatName): string {
  return `baijia-${format}.${format === 'csv' ? 'csv' : 'jsonl'}`;
}
