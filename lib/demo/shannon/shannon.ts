import { type DemoProgram, type DemoRequest, isChinese, userTexts } from '#lib/demo/program.ts';
import alice from '#lib/demo/shannon/alice.json' with { type: 'json' };
import { boundary, NGramModel } from '#lib/demo/shannon/n-gram-model.ts';
import { createRandom } from '#lib/demo/shannon/random.ts';
import tang from '#lib/demo/shannon/tang.json' with { type: 'json' };

type Voice = {
  passages: readonly string[];
  split: RegExp;
  /** What stands before a token, given the token before it. */
  gap(before: string, token: string): string;
  sentenceEnd: RegExp;
  /** It ends with the first sentence after so many tokens, and at the latest after `mostTokens`. */
  enoughTokens: number;
  mostTokens: number;
};

const english: Voice = {
  passages: alice.passages,
  split: /[a-z]+(?:[’'-][a-z]+)*|[.,;:!?—()‘’]/gi,
  gap: (before, token) => (/^[.,;:!?)’—]$/.test(token) || /^[(‘—]$/.test(before) ? '' : ' '),
  sentenceEnd: /^[.!?]$/,
  enoughTokens: 60,
  mostTokens: 160,
};

const chinese: Voice = {
  passages: tang.passages,
  split: /[\p{Script=Han}，。？！；：、]/gu,
  gap: () => '',
  sentenceEnd: /^[。？！]$/,
  enoughTokens: 40,
  mostTokens: 120,
};

const models = new Map<Voice, NGramModel>();

/** Counting a book takes a moment, so it is done once, when first asked. */
function modelOf(voice: Voice): NGramModel {
  const model =
    models.get(voice) ?? new NGramModel(voice.passages.map((text) => text.match(voice.split) ?? []));
  models.set(voice, model);
  return model;
}

/** The last two words of the prompt that the book knows too; the beginning of a passage where it knows none. */
function startOf(prompt: string, voice: Voice, model: NGramModel): string[] {
  const words = prompt.slice(-4000).replaceAll("'", '’').match(voice.split) ?? [];
  const known = words.filter((word) => /\p{L}/u.test(word) && model.knows(word));
  return [boundary, boundary, ...known].slice(-2);
}

function* generate({ messages, temperature, seed }: DemoRequest): Generator<string> {
  const prompt = userTexts(messages).at(-1) ?? '';
  const voice = isChinese(prompt) ? chinese : english;
  const model = modelOf(voice);
  const random = createRandom(JSON.stringify([messages, seed]));
  let context = startOf(prompt, voice, model);
  let before = '';
  let count = 0;
  // Ends of passages count as draws too, so that it ends whatever is drawn.
  for (let draws = 0; draws < voice.mostTokens; draws += 1) {
    const token = model.next(context, temperature, random);
    context = [context[1] ?? boundary, token];
    if (token === boundary) {
      if (count >= voice.enoughTokens / 2) return;
      context = [boundary, boundary];
      if (before) before = '\n\n';
      continue;
    }
    // An answer does not begin with the end of somebody else's sentence.
    if (count === 0 && !/\p{L}/u.test(token)) continue;
    count += 1;
    if (before === '') yield token;
    else yield (before === '\n\n' ? before : voice.gap(before, token)) + token;
    before = token;
    if (count >= voice.enoughTokens && voice.sentenceEnd.test(token)) return;
  }
}

export const shannon: DemoProgram = { id: 'shannon', reply: generate };
