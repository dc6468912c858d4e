import { z } from 'zod';
import { answerMessage, messageRowSchema } from '#lib/preferences/export/conversation.ts';
import type { ExportFormat } from '#lib/preferences/export/export-format.ts';
import { judgedPairs } from '#lib/preferences/export/judged-pairs.ts';

const row = z.strictObject({
  chosen: z.array(messageRowSchema).min(2),
  rejected: z.array(messageRowSchema).min(2),
  margin: z.int().min(0).max(3),
});

/** TRL, preference with implicit prompt, conversational: reward models. */
export const trlPreferenceImplicit: ExportFormat = {
  kind: 'json',
  keepsExcluded: false,
  reads: 'texts',
  ties: 'left out and counted: the format has no tie',
  row,
  toRows: (record, notes) =>
    judgedPairs(record, notes).map(({ chosen, rejected, margin }) => ({
      chosen: [...chosen.context, answerMessage(chosen.text)],
      rejected: [...rejected.context, answerMessage(rejected.text)],
      margin,
    })),
};
