import { z } from 'zod';
import { cleanText } from '#lib/clean-text.ts';
import type { BattleAnswer } from '#lib/preferences/import/battle.ts';
import { RowFault } from '#lib/records/row-fault.ts';

const part = z.object({ type: z.string(), text: z.string().nullish() });
const message = z.object({
  role: z.string(),
  content: z.union([z.string(), z.array(part)]),
});
const conversationSchema = z.array(message).min(2);

const roles = {
  system: 'system',
  user: 'user',
  human: 'user',
  assistant: 'assistant',
  gpt: 'assistant',
} as const;
const isRole = (role: string): role is keyof typeof roles => Object.hasOwn(roles, role);

/** Reads a list of messages, or its JSON; text parts are joined. @throws RowFault */
export function readConversation(field: string, value: unknown): BattleAnswer['messages'] {
  const parsed = conversationSchema.safeParse(typeof value === 'string' ? parseJson(field, value) : value);
  if (!parsed.success) throw new RowFault('not-conversation', { field });
  const messages = parsed.data.map(({ role, content }) => {
    if (!isRole(role)) throw new RowFault('unknown-role', { field, role: JSON.stringify(role) });
    return { role: roles[role], content: cleanText(textOf(field, content)) };
  });
  return checked(field, messages);
}

/** Prompts and answers in turn, as the 55k set keeps them in two JSON arrays. @throws RowFault */
export function joinTurns(field: string, prompts: unknown, answers: unknown): BattleAnswer['messages'] {
  const texts = z.array(z.string().nullable());
  const users = texts.safeParse(parseJson('prompt', prompts));
  const models = texts.safeParse(parseJson(field, answers));
  if (!users.success || !models.success || users.data.length !== models.data.length) {
    throw new RowFault('unpaired-answers', { field });
  }
  const messages = users.data.flatMap((prompt, index) => [
    { role: 'user' as const, content: cleanText(prompt ?? '') },
    { role: 'assistant' as const, content: cleanText(models.data[index] ?? '') },
  ]);
  return checked(field, messages);
}

function checked(field: string, messages: BattleAnswer['messages']): BattleAnswer['messages'] {
  if (messages.at(-1)?.role !== 'assistant') throw new RowFault('no-last-answer', { field });
  const turns = messages.filter(({ role }) => role !== 'system');
  const isInTurn = turns.every(({ role }, index) => role === (index % 2 === 0 ? 'user' : 'assistant'));
  if (!isInTurn) throw new RowFault('not-in-turn', { field });
  return messages;
}

function textOf(field: string, content: string | z.infer<typeof part>[]): string {
  if (typeof content === 'string') return content;
  if (content.some(({ type }) => type !== 'text')) throw new RowFault('more-than-text', { field });
  return content.map(({ text }) => text ?? '').join('');
}

function parseJson(field: string, value: unknown): unknown {
  try {
    return JSON.parse(String(value));
  } catch {
    throw new RowFault('field-not-json', { field });
  }
}
