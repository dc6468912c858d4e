export type DemoMessage = { role: string; content: string };

export type DemoRequest = {
  /** Oldest first. */
  messages: readonly DemoMessage[];
  temperature: number;
  seed: number;
};

/** A small program behind a demo endpoint: the same request always gives the same answer, piece by piece. */
export type DemoProgram = { id: string; reply(request: DemoRequest): Iterable<string> };

/** What the person said, oldest first. */
export function userTexts(messages: readonly DemoMessage[]): string[] {
  return messages.filter(({ role }) => role === 'user').map(({ content }) => content);
}

export function isChinese(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}
