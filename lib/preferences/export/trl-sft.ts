import { z } from 'zod';
import { answerMessage, conversationOf, messageRowSchema } from '#lib/preferences/export/conversation.ts';
import type { ExportFormat } from '#lib/preferences/export/export-format.ts';
import { idealsOf } from '#lib/preferences/export/judged-pairs.ts';

const row = z.strictObject({ messages: z.array(messageRowSchema).min(2) });

/** TRL, language modeling, conversational: the answers raters wrote themselves. */
export const trlSft: ExportFormat = {
  kind: 'json',
  keepsExcluded: false,
  reads: 'texts',
  ties: 'rankings are not used: rows are the answers raters wrote themselves',
  row,
  toRows: (record, notes) => {
    const ideals = idealsOf(record);
    if (ideals.length === 0) notes.leaveOut('no-ideal');
    return ideals.map(({ lane, ideal }) => ({
      messages: [...conversationOf(record, lane), answerMessage(ideal)],
    }));
  },
};
