import type { Message } from '#lib/endpoints/ask.ts';
import {
  multiTurnTemplate,
  type PromptTemplate,
  type Round,
  refusingTemplate,
  singleTurnTemplate,
} from '#lib/endpoints/prompt-template.ts';

const withSystem = (system: string | null, prompt: string) =>
  system === null ? prompt : `${system}\n\n${prompt}`;

/** Base models, and those taught by plain natural-language tasks: T0, FLAN, BLOOMZ, mT0, the first InstructGPTs. */
const plain = singleTurnTemplate('plain', [], (question, system) => withSystem(system, question));

/** T5 knows the prefixes it was trained with and nothing else (Raffel et al. 2020, appendix D). */
const t5Prefixes: Record<string, string> = {
  't5-summarize': 'summarize: ',
  't5-english-german': 'translate English to German: ',
  't5-english-french': 'translate English to French: ',
  't5-english-romanian': 'translate English to Romanian: ',
};
const t5 = Object.entries(t5Prefixes).map(([id, prefix]) =>
  singleTurnTemplate(id, [], (question) => prefix + question),
);

const alpacaStop = ['</s>', '\n### Instruction:', '\n### Input:'];

/** stanford_alpaca, PROMPT_DICT in train.py. It has no place for a system prompt but the front. */
const alpaca = singleTurnTemplate('alpaca', alpacaStop, (question, system) =>
  withSystem(
    system,
    'Below is an instruction that describes a task. Write a response that appropriately completes the request.' +
      `\n\n### Instruction:\n${question}\n\n### Response:`,
  ),
);

function refuseWithoutSystem(id: string): (messages: readonly Message[]) => string | null {
  return (messages) =>
    messages.some(({ role }) => role === 'system')
      ? null
      : `The prompt format "${id}" takes its instruction from the system prompt, and there is none`;
}

/** The same with an input: the system prompt is the instruction, the question is what it is applied to. */
const alpacaInput = refusingTemplate(
  singleTurnTemplate(
    'alpaca-input',
    alpacaStop,
    (question, system) =>
      'Below is an instruction that describes a task, paired with an input that provides further context. ' +
      'Write a response that appropriately completes the request.' +
      `\n\n### Instruction:\n${system}\n\n### Input:\n${question}\n\n### Response:`,
  ),
  refuseWithoutSystem('alpaca-input'),
);

/** The LoRA derivatives of Alpaca end the prompt with a new line (their own prompters and train scripts). */
const alpacaLora = newLineAfter('alpaca-lora', alpaca);
const alpacaLoraInput = newLineAfter('alpaca-lora-input', alpacaInput);

function newLineAfter(id: string, template: PromptTemplate): PromptTemplate {
  return {
    ...template,
    id,
    render(messages) {
      const rendered = template.render(messages);
      return 'prompt' in rendered
        ? { prompt: `${rendered.prompt}\n` }
        : { refusal: rendered.refusal.replace(`"${template.id}"`, `"${id}"`) };
    },
  };
}

const vicunaOpening =
  'The following is a conversation between an AI assistant called Assistant and a human user called User. ' +
  'The assistant is intelligent, knowledgeable and polite to answer questions of user.';

/** Chinese-Vicuna's chat weights (chat_prompt in its prompt.py); a system prompt takes the place of its own opening. */
const chineseVicunaChat = multiTurnTemplate(
  'chinese-vicuna-chat',
  ['</s>', '\nUser:'],
  (rounds, system) =>
    `${system ?? vicunaOpening}\n\n` +
    rounds.map(({ question, answer }) => `User:${question}\n\nAssistant:${answer ?? ''}`).join('\n\n'),
);

/** KoAlpaca v1.1. */
const koalpaca = singleTurnTemplate('koalpaca', ['</s>', '\n### 질문:'], (question, system) =>
  withSystem(system, `### 질문: ${question}\n\n### 답변:`),
);

/** The same with an input: the system prompt is the question, the person's text its context (맥락). */
const koalpacaInput = refusingTemplate(
  singleTurnTemplate(
    'koalpaca-input',
    ['</s>', '\n### 질문:'],
    (question, system) => `### 질문: ${system}\n\n### 맥락: ${question}\n\n### 답변:`,
  ),
  refuseWithoutSystem('koalpaca-input'),
);

const chatGlmRound = ({ question, answer }: Round, index: number) =>
  `[Round ${index}]\n问：${question}\n答：${answer ?? ''}`;

/** ChatGLM-6B, modeling_chatglm.py chat(): the first question alone, then rounds from 0. */
const chatGlm = multiTurnTemplate('chatglm', ['\n[Round '], (rounds, system) => {
  const [first] = rounds;
  if (rounds.length === 1 && first) return withSystem(system, first.question);
  return withSystem(system, rounds.map(chatGlmRound).join('\n'));
});

/** ChatGLM2-6B, build_prompt: rounds from 1, a blank line between all parts. */
const chatGlm2 = multiTurnTemplate('chatglm2', ['\n\n[Round '], (rounds, system) =>
  withSystem(
    system,
    rounds
      .map(({ question, answer }, index) => `[Round ${index + 1}]\n\n问：${question}\n\n答：${answer ?? ''}`)
      .join('\n\n'),
  ),
);

/** GLM-130B goes on to the right from [gMASK]. */
const glm130b = singleTurnTemplate(
  'glm-130b',
  [],
  (question, system) => `${withSystem(system, question)}[gMASK]`,
);

/** A transcript of two speakers; the answer ends where the next speaker begins. */
function transcript(id: string, user: string, assistant: string): PromptTemplate {
  return multiTurnTemplate(id, [`\n${user}`], (rounds, system) => {
    const lines = rounds.map(
      ({ question, answer }) => `${user} ${question}\n\n${assistant}${answer === null ? '' : ` ${answer}`}`,
    );
    return withSystem(system, lines.join('\n\n'));
  });
}

/** ChatML, as OpenAI published it in March 2023. */
const chatMl = multiTurnTemplate('chatml', ['<|im_end|>', '<|im_start|>'], (rounds, system) => {
  const say = (role: string, content: string) => `<|im_start|>${role}\n${content}<|im_end|>\n`;
  const turns = rounds.map(({ question, answer }) =>
    answer === null ? say('user', question) : say('user', question) + say('assistant', answer),
  );
  return `${system === null ? '' : say('system', system)}${turns.join('')}<|im_start|>assistant\n`;
});

/** Every prompt template an endpoint of protocol `completion` can name. */
export const templates: readonly PromptTemplate[] = [
  plain,
  ...t5,
  alpaca,
  alpacaInput,
  alpacaLora,
  alpacaLoraInput,
  chineseVicunaChat,
  koalpaca,
  koalpacaInput,
  chatGlm,
  chatGlm2,
  glm130b,
  transcript('user-assistant', 'User:', 'Assistant:'),
  transcript('human-assistant', 'Human:', 'Assistant:'),
  transcript('question-answer', 'Q:', 'A:'),
  chatMl,
];

export function findTemplate(id: string): PromptTemplate | null {
  return templates.find((template) => template.id === id) ?? null;
}
