import { z } from 'zod';
import type { Message } from '#lib/endpoints/ask.ts';
import type { ExportFormat } from '#lib/preferences/export/export-format.ts';
import { judgedPairs } from '#lib/preferences/export/judged-pairs.ts';

const human = z.strictObject({ from: z.literal('human'), value: z.string() });
const gpt = z.strictObject({ from: z.literal('gpt'), value: z.string() });

const row = z.strictObject({
  system: z.string(),
  /** Human turns at odd places, gpt turns at even ones; the last is a human turn. */
  conversations: z.array(z.union([human, gpt])).min(1),
  chosen: gpt,
  rejected: gpt,
});

const toTurn = ({ role, content }: Message) => ({
  from: role === 'user' ? ('human' as const) : ('gpt' as const),
  value: content,
});
const toAnswer = (value: string) => ({ from: 'gpt' as const, value });

/** LLaMA-Factory, sharegpt preference; its dataset_info.json says where the columns are. */
export const llamaFactory: ExportFormat = {
  kind: 'json',
  keepsExcluded: false,
  reads: 'texts',
  ties: 'left out and counted: the format has no tie',
  row,
  toRows: (record, notes) =>
    judgedPairs(record, notes).map(({ chosen, rejected }) => ({
      system: chosen.context.find(({ role }) => role === 'system')?.content ?? '',
      conversations: chosen.context.filter(({ role }) => role !== 'system').map(toTurn),
      chosen: toAnswer(chosen.text),
      rejected: toAnswer(rejected.text),
    })),
};

/** dataset_info.json: each set by its name. */
export const datasetInfoSchema = z.record(
  z.string(),
  z.object({
    file_name: z.string(),
    formatting: z.literal('sharegpt'),
    ranking: z.boolean(),
    columns: z.record(z.string(), z.string()),
  }),
);

/** The file that LLaMA-Factory finds the rows by; `fileName`, or a folder of that name, stands beside it. */
export function llamaFactoryDatasetInfo(fileName: string): z.infer<typeof datasetInfoSchema> {
  return {
    baijia_preferences: {
      file_name: fileName,
      formatting: 'sharegpt',
      ranking: true,
      columns: { messages: 'conversations', chosen: 'chosen', rejected: 'rejected', system: 'system' },
    },
  };
}
