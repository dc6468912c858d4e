import { z } from 'zod';
import { exportFormatNames } from '#lib/preferences/export/format-names.ts';
import { personalDataChoiceSchema } from '#lib/preferences/export/personal-data.ts';
import { preferenceFilterSchema } from '#lib/preferences/log-schema.ts';

/** The query of `GET /exports/{format}/count` and of the command: the log's filters, and what becomes of personal data. */
export const exportQuerySchema = preferenceFilterSchema.extend({
  personalData: personalDataChoiceSchema.default('keep'),
});
export type ExportQuery = z.infer<typeof exportQuerySchema>;

/**
 * `rows` is one file; `manifest` and `dataset-info` are the small documents that belong beside it. `folder` is a dataset
 * folder as a tar archive, with all of them.
 */
export const exportParts = ['rows', 'folder', 'manifest', 'dataset-info'] as const;
export const exportPartSchema = z.enum(exportParts);
export type ExportPart = z.infer<typeof exportPartSchema>;

/** The query of `GET /exports/{format}`. */
export const exportPartQuerySchema = exportQuerySchema.extend({ part: exportPartSchema.default('rows') });

export const exportFormatParams = z.object({ format: z.enum(exportFormatNames) });
