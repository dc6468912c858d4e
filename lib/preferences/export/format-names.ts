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

export const exportExtension = (format: ExportFormatName) => (format === 'csv' ? 'csv' : 'jsonl');

/** What a downloaded file is called. */
export function exportFileName(format: ExportFormatName): string {
  return `baijia-${format}.${exportExtension(format)}`;
}

/** What a dataset folder is called; it is downloaded as a tar archive. */
export const exportFolderName = (format: ExportFormatName) => `baijia-${format}`;
