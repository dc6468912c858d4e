import type { Message } from '#lib/endpoints/ask.ts';

export type Rendered = { prompt: string } | { refusal: string };

/** How a conversation becomes the one string that a completion server is given. */
export type PromptTemplate = {
  id: string;
  isMultiTurn: boolean;
  /** What the model writes when it goes on to the next speaker: the answer ends there. */
  stop: readonly string[];
  render(messages: readonly Message[]): Rendered;
};

export type Round = { question: string; answer: string | null };
type Conversation = { system: string | null; rounds: readonly Round[] };

/** Pairs questions with their answers; neighbouring messages of one role are joined. */
function toConversation(messages: readonly Message[]): Conversation {
  const system = messages.filter(({ role }) => role === 'system').map(({ content }) => content);
  const rounds: Round[] = [];
  for (const { role, content } of messages) {
    const last = rounds.at(-1);
    if (role === 'user') {
      if (last && last.answer === null) last.question += `\n\n${content}`;
      else rounds.push({ question: content, answer: null });
    } else if (role === 'assistant' && last) {
      last.answer = last.answer === null ? content : `${last.answer}\n\n${content}`;
    }
  }
  return { system: system.length > 0 ? system.join('\n\n') : null, rounds };
}

/** A template for one question; a conversation is refused, because the format has no way to say it. */
export function singleTurnTemplate(
  id: string,
  stop: readonly string[],
  write: (question: string, system: string | null) => string,
): PromptTemplate {
  return {
    id,
    isMultiTurn: false,
    stop,
    render(messages) {
      const { system, rounds } = toConversation(messages);
      const [round] = rounds;
      if (!round) return { refusal: 'There is no question to ask' };
      if (rounds.length > 1) {
        return { refusal: `The prompt format "${id}" holds one question; it does not define a conversation` };
      }
      return { prompt: write(round.question, system) };
    },
  };
}

/** A template whose format defines rounds; `write` gets them all, the last one without an answer. */
export function multiTurnTemplate(
  id: string,
  stop: readonly string[],
  write: (rounds: readonly Round[], system: string | null) => string,
): PromptTemplate {
  return {
    id,
    isMultiTurn: true,
    stop,
    render(messages) {
      const { system, rounds } = toConversation(messages);
      return rounds.length > 0
        ? { prompt: write(rounds, system) }
        : { refusal: 'There is no question to ask' };
    },
  };
}

/** The template, unless `refuse` says why the messages do not fit it. */
export function refusingTemplate(
  template: PromptTemplate,
  refuse: (messages: readonly Message[]) => string | null,
): PromptTemplate {
  return {
    ...template,
    render(messages) {
      const refusal = refuse(messages);
      return refusal === null ? template.render(messages) : { refusal };
    },
  };
}
