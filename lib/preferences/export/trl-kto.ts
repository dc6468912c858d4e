import { z } from 'zod';
import { answerMessage, messageRowSchema } from '#lib/preferences/export/conversation.ts';
import type { ExportFormat } from '#lib/preferences/export/export-format.ts';
import { ratedAnswers } from '#lib/preferences/export/rated-answers.ts';

const row = z.strictObject({
  prompt: z.array(messageRowSchema).min(1),
  completion: z.array(messageRowSchema).length(1),
  label: z.boolean(),
});

/** TRL, unpaired preference, conversational: KTO, BCO. */
export const trlKto: ExportFormat = {
  kind: 'json',
  keepsExcluded: false,
  reads: 'texts',
  ties: 'rankings are not used: labels come from thumbs and overall ratings',
  row,
  toRows: (record, notes) =>
    ratedAnswers(record, notes).map(({ context, text, isGood }) => ({
      prompt: context,
      completion: [answerMessage(text)],
      label: isGood,
    })),
};
