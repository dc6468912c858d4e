import { z } from 'zod';
import { cleanText } from '#lib/clean-text.ts';
import { type Battle, type BattleAnswer, NoBattle } from '#lib/preferences/import/battle.ts';
import { RowFault } from '#lib/records/row-fault.ts';

const messageSchema = z.looseObject({
  id: z.string(),
  parentId: z.string().nullish(),
  role: z.string(),
  content: z.string(),
  model: z.string().nullish(),
  /** The model behind an arena's, whose own id stands in `model`. */
  selectedModelId: z.string().nullish(),
});
type Message = z.infer<typeof messageSchema>;

const feedbackSchema = z.object({
  id: z.string().min(1),
  user_id: z.string().default(''),
  data: z.object({
    rating: z.union([z.literal(1), z.literal(-1), z.literal('1'), z.literal('-1')]).transform(Number),
    model_id: z.string().min(1),
    sibling_model_ids: z.array(z.string()).nullish(),
    comment: z.string().nullish(),
    details: z.object({ rating: z.number().nullish() }).nullish(),
  }),
  meta: z.object({ message_id: z.string(), arena: z.boolean().nullish() }),
  snapshot: z.object({
    chat: z.object({
      chat: z.object({ history: z.object({ messages: z.record(z.string(), messageSchema) }) }),
    }),
  }),
  created_at: z.number(),
});

/**
 * A thumb on one answer of a chat. With another model's answer to the same prompt it is also a vote between the two.
 * @throws NoBattle for a thumb without one: there is nothing to compare.
 */
export function readOpenWebUi(row: Readonly<Record<string, unknown>>): Battle {
  const parsed = feedbackSchema.safeParse(row);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new RowFault('wrong-field', { field: issue?.path.join('.') ?? '' });
  }
  const { id, user_id: judge, data, meta, snapshot, created_at } = parsed.data;
  const messages = snapshot.chat.chat.history.messages;
  const rated = messages[meta.message_id];
  if (rated === undefined) throw new RowFault('no-rated-message');
  const sibling = Object.values(messages).find(
    (one) =>
      one.role === 'assistant' &&
      one.parentId === rated.parentId &&
      modelOf(one) !== '' &&
      modelOf(one) !== data.model_id,
  );
  if (sibling === undefined) throw new NoBattle('no answer of another model beside the rated one');
  const isGood = data.rating === 1;
  const overall = data.details?.rating;
  return {
    sourceId: id,
    judge,
    mode: meta.arena ? 'blind' : 'open',
    at: new Date(created_at * 1000),
    answers: [
      { model: data.model_id, messages: threadOf(messages, rated) },
      { model: modelOf(sibling), messages: threadOf(messages, sibling) },
    ],
    outcome: isGood ? 'winsA' : 'winsB',
    thumb: isGood ? 'up' : 'down',
    // Ten points there, seven here.
    ...(overall ? { overall: Math.round(1 + ((overall - 1) * 6) / 9) } : {}),
    ...(data.comment ? { comment: cleanText(data.comment) } : {}),
  };
}

const modelOf = ({ selectedModelId, model }: Message) => selectedModelId || model || '';

function threadOf(messages: Readonly<Record<string, Message>>, last: Message): BattleAnswer['messages'] {
  const thread: BattleAnswer['messages'][number][] = [];
  const seen = new Set<string>();
  for (let one: Message | undefined = last; one && !seen.has(one.id); one = messages[one.parentId ?? '']) {
    seen.add(one.id);
    if (one.role === 'user' || one.role === 'assistant' || one.role === 'system') {
      thread.unshift({ role: one.role, content: cleanText(one.content) });
    }
  }
  if (!thread.some(({ role }) => role === 'user')) throw new RowFault('no-prompt');
  return thread;
}
