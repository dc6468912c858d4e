import { createHash } from 'node:crypto';
import { chineseWords, englishWords, type SeedWords } from '#db/testing/seed-words.ts';
import { promptTraits } from '#lib/arena/prompt-traits.ts';
import { styleFeatures } from '#lib/rating/style-features.ts';

export type SeedPrompt = {
  number: number;
  prompt: string;
  language: string;
  categories: string[];
  prompt_hash: string;
};
export type SeedAnswer = {
  prompt: number;
  variant: number;
  answer: string;
  tokens: number;
  headers: number;
  lists: number;
  bold: number;
};

/** Answers a prompt has to choose from. */
export const answerVariants = 4;
const chineseShare = 0.3;

/** Prompts and answers that seeded turns are drawn from, the same in every run. */
export function createSeedPool(size: number): { prompts: SeedPrompt[]; answers: SeedAnswer[] } {
  const prompts: SeedPrompt[] = [];
  const answers: SeedAnswer[] = [];
  for (let number = 0; number < size; number++) {
    const draw = createDraw(number);
    const words = draw.share() < chineseShare ? chineseWords : englishWords;
    const subject = draw.share() < 0.25 ? askForCode(words, draw) : askAbout(words, draw);
    const { language, categories, promptHash } = promptTraits(subject.prompt, 0);
    prompts.push({ number, prompt: subject.prompt, language, categories, prompt_hash: promptHash });
    for (let variant = 0; variant < answerVariants; variant++) {
      const answer = writeAnswer(words, subject, variant, draw);
      answers.push({ prompt: number, variant, answer, ...styleFeatures(answer) });
    }
  }
  return { prompts, answers };
}

type Subject = { prompt: string; name: string; facts: string[]; code?: string };
type Draw = { share: () => number; from: <Item>(items: readonly Item[]) => Item };

function askAbout(words: SeedWords, draw: Draw): Subject {
  const [name, ...facts] = draw.from(words.topics);
  return { prompt: draw.from(words.questions).replace('{}', name) + draw.from(words.limits), name, facts };
}

function askForCode(words: SeedWords, draw: Draw): Subject {
  const [name, code] = draw.from(words.tasks);
  const prompt = draw.from(words.taskQuestions).replace('{}', name) + draw.from(words.limits);
  return { prompt, name, facts: [], code };
}

/** The variants differ in what a rater sees first: bare text, a list, headings and bold, a long text. */
function writeAnswer(words: SeedWords, subject: Subject, variant: number, draw: Draw): string {
  const opening = draw.from(words.openings);
  const closing = draw.from(words.closings);
  const code = subject.code === undefined ? [] : [`\`\`\`python\n${subject.code}\n\`\`\``];
  if (variant === 0) return [opening, ...subject.facts, ...code].join('\n\n');
  const aside = draw.from(words.topics);
  const points = [...subject.facts, ...aside.slice(1)];
  if (variant === 1) return [opening, points.map((point) => `- ${point}`).join('\n'), ...code].join('\n\n');
  if (variant === 2) {
    return [`## ${subject.name}`, ...code, `**${opening}** ${points.join(' ')}`, closing].join('\n\n');
  }
  const more = Array.from({ length: 3 }, () => draw.from(words.topics).slice(1).join(' '));
  return [opening, ...points, ...code, ...more, closing].join('\n\n');
}

/** Numbers from the digest of a number: the same in every run and on every machine. */
function createDraw(seed: number): Draw {
  let bytes = Buffer.alloc(0);
  let round = 0;
  const share = () => {
    if (bytes.length < 4) bytes = createHash('sha256').update(`${seed} ${round++}`).digest();
    const value = bytes.readUInt32BE(0) / 2 ** 32;
    bytes = bytes.subarray(4);
    return value;
  };
  const from = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(share() * items.length)];
    if (item === undefined) throw new RangeError('There is nothing to draw from');
    return item;
  };
  return { share, from };
}
