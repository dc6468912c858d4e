import { z } from 'zod';
import { answerMessage, messageRowSchema } from '#lib/preferences/export/conversation.ts';
import type { ExportFormat } from '#lib/preferences/export/export-format.ts';
import { judgedPairs } from '#lib/preferences/export/judged-pairs.ts';

const row = z.strictObject({
  input: z.strictObject({
    messages: z.array(messageRowSchema).min(1),
    tools: z.array(z.never()).length(0),
    parallel_tool_calls: z.boolean(),
  }),
  preferred_output: z.array(messageRowSchema).length(1),
  non_preferred_output: z.array(messageRowSchema).length(1),
});

/** The preference file of OpenAI, Azure, Fireworks and Together. */
export const openaiDpo: ExportFormat = {
  kind: 'json',
  keepsExcluded: false,
  reads: 'texts',
  ties: 'left out and counted: the format has no tie',
  row,
  toRows: (record, notes) =>
    judgedPairs(record, notes).map(({ chosen, rejected }) => ({
      input: { messages: chosen.context, tools: [], parallel_tool_calls: true },
      preferred_output: [answerMessage(chosen.text)],
      non_preferred_output: [answerMessage(rejected.text)],
    })),
};
