import { z } from 'zod';
import { buildLaneMessages } from '#lib/arena/lane-messages.ts';
import type { Message } from '#lib/endpoints/ask.ts';
import type { LaneRecord, LogRecord } from '#lib/preferences/export/log-record.ts';

export const messageRowSchema = z.strictObject({
  role: z.enum(['system', 'user', 'assistant']),
  content: z.string(),
});

/** What the lane's answer was asked with: system prompt, the lane's own history, the prompt. */
export function conversationOf(record: LogRecord, lane: LaneRecord): Message[] {
  const past = record.past.map((turn) => ({
    prompt: turn.prompt,
    answers: new Map(turn.responses.map((response) => [response.laneId, response.text])),
  }));
  return buildLaneMessages(
    { id: lane.id, system: lane.system ?? record.comparison.system },
    past,
    record.turn.prompt,
  );
}

export function answerMessage(text: string): { role: 'assistant'; content: string } {
  return { role: 'assistant', content: text };
}
