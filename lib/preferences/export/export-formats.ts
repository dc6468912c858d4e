import { z } from 'zod';
import { arena } from '#lib/preferences/export/arena.ts';
import { baijia } from '#lib/preferences/export/baijia.ts';
import { csv } from '#lib/preferences/export/csv.ts';
import type { ExportFormat } from '#lib/preferences/export/export-format.ts';
import type { ExportFormatName } from '#lib/preferences/export/format-names.ts';
import { llamaFactory } from '#lib/preferences/export/llama-factory.ts';
import { openaiDpo } from '#lib/preferences/export/openai-dpo.ts';
import { trlKto } from '#lib/preferences/export/trl-kto.ts';
import { trlPreference } from '#lib/preferences/export/trl-preference.ts';
import { trlPreferenceImplicit } from '#lib/preferences/export/trl-preference-implicit.ts';
import { trlSft } from '#lib/preferences/export/trl-sft.ts';

export const exportFormats: Record<ExportFormatName, ExportFormat> = {
  'trl-preference': trlPreference,
  'trl-preference-implicit': trlPreferenceImplicit,
  'trl-kto': trlKto,
  'trl-sft': trlSft,
  'openai-dpo': openaiDpo,
  'llama-factory': llamaFactory,
  arena,
  csv,
  baijia,
};

/** The JSON Schema (draft 2020-12) of one row, for people who read the files. */
export function rowJsonSchema(name: ExportFormatName): object {
  return {
    title: `One row of Baijia's ${name} export`,
    ...z.toJSONSchema(exportFormats[name].row, { io: 'output', unrepresentable: 'any' }),
  };
}
