import { answerChat } from '#lib/demo/answer-chat.ts';
import { readablePace } from '#lib/demo/pace.ts';

export const dynamic = 'force-dynamic';

export function POST(request: Request): Promise<Response> {
  return answerChat(request, readablePace);
}
