import type { Message } from '#lib/endpoints/ask.ts';

export type PastTurn = { prompt: string; answers: ReadonlyMap<string, string> };

/**
 * What one lane is asked: its system prompt, its own history, the new prompt.
 * A turn this lane has no words for (failed, stopped at once) is left out whole: two prompts in a
 * row would ask the model something that no person asked.
 */
export function buildLaneMessages(
  lane: { id: string; system: string | null },
  past: readonly PastTurn[],
  prompt: string,
): Message[] {
  const messages: Message[] = [];
  if (lane.system) messages.push({ role: 'system', content: lane.system });
  for (const turn of past) {
    const answer = turn.answers.get(lane.id);
    if (!answer) continue;
    messages.push({ role: 'user', content: turn.prompt }, { role: 'assistant', content: answer });
  }
  messages.push({ role: 'user', content: prompt });
  return messages;
}
