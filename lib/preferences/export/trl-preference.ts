import { z } from 'zod';
import { answerMessage, messageRowSchema } from '#lib/preferences/export/conversation.ts';
import type { ExportFormat } from '#lib/preferences/export/export-format.ts';
import { judgedPairs } from '#lib/preferences/export/judged-pairs.ts';

const row = z.strictObject({
  prompt: z.array(messageRowSchema).min(1),
  chosen: z.array(messageRowSchema).length(1),
  rejected: z.array(messageRowSchema).length(1),
  margin: z.int().min(0).max(3),
});

/** TRL, preference with explicit prompt, conversational: DPO, CPO, ORPO. */
export const trlPreference: ExportFormat = {
  kind: 'json',
  keepsExcluded: false,
  reads: 'texts',
  ties: 'left out and counted: the format has no tie',
  row,
  toRows: (record, notes) =>
    judgedPairs(record, notes).map(({ chosen, rejected, margin }) => ({
      prompt: chosen.context,
      chosen: [answerMessage(chosen.text)],
      rejected: [answerMessage(rejected.text)],
      margin,
    })),
};
