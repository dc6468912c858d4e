/**
 * The mechanism of ELIZA as Weizenbaum describes it (Communications of the ACM 9(1), 1966, 36-45): substitution,
 * ranked keywords, decomposition, reassembly in rotation, and a memory for when no keyword is found.
 */

/**
 * `pattern`: words, `*` for any words, `a/b` for either word, `@name` for a word of a class. `*`, `a/b` and `@name`
 * can be quoted in a reply as $1, $2 and so on, seen from the other side (I becomes you). A reply `=key` goes on with
 * another keyword.
 */
export type Rule = { pattern: string; replies: readonly string[] };

export type Keyword = { key: string; rank: number; rules: readonly Rule[]; memory?: Rule };

export type Script = {
  split(text: string): string[];
  join(words: readonly string[]): string;
  /** Sentences end here; the first one with a keyword is answered. */
  clauseEnd: RegExp;
  substitutions: Readonly<Record<string, string>>;
  reflect(words: readonly string[]): string[];
  classes: Readonly<Record<string, readonly string[]>>;
  keywords: readonly Keyword[];
  fallbacks: readonly string[];
};

type State = { turns: Map<string, number>; memory: string[] };

const maxClauseWords = 60;
const maxClauses = 40;

function fits(element: string, word: string, script: Script): boolean {
  const wanted = element.startsWith('@') ? (script.classes[element.slice(1)] ?? []) : element.split('/');
  return wanted.includes(word.toLowerCase());
}

/** What each `*`, class and choice of the pattern stands for, or null when the words do not fit. */
function decompose(pattern: readonly string[], words: readonly string[], script: Script): string[][] | null {
  const [element, ...rest] = pattern;
  if (element === undefined) return words.length === 0 ? [] : null;
  if (element === '*') {
    for (let length = 0; length <= words.length; length += 1) {
      const tail = decompose(rest, words.slice(length), script);
      if (tail) return [words.slice(0, length), ...tail];
    }
    return null;
  }
  const [word, ...others] = words;
  if (word === undefined || !fits(element, word, script)) return null;
  const tail = decompose(rest, others, script);
  if (!tail) return null;
  return element.startsWith('@') || element.includes('/') ? [[word], ...tail] : tail;
}

function reassemble(reply: string, parts: readonly string[][], script: Script): string {
  return reply.replace(/\$(\d)/g, (_, index: string) =>
    script.join(script.reflect(parts[Number(index) - 1] ?? [])),
  );
}

function takeTurn(state: State, name: string, replies: readonly string[]): string {
  const turn = state.turns.get(name) ?? 0;
  state.turns.set(name, turn + 1);
  return replies[turn % replies.length] ?? '';
}

function applyKeyword(
  keyword: Keyword,
  words: readonly string[],
  script: Script,
  state: State,
): string | null {
  for (const [index, rule] of keyword.rules.entries()) {
    const parts = decompose(rule.pattern.split(' '), words, script);
    if (!parts) continue;
    const reply = takeTurn(state, `${keyword.key} ${index}`, rule.replies);
    if (!reply.startsWith('=')) return reassemble(reply, parts, script);
    const next = script.keywords.find(({ key }) => key === reply.slice(1));
    return next ? applyKeyword(next, words, script, state) : null;
  }
  return null;
}

function remember(keyword: Keyword, words: readonly string[], script: Script, state: State): void {
  if (!keyword.memory) return;
  const parts = decompose(keyword.memory.pattern.split(' '), words, script);
  if (!parts) return;
  const reply = takeTurn(state, `${keyword.key} memory`, keyword.memory.replies);
  state.memory.push(reassemble(reply, parts, script));
}

function substitute(clause: string, script: Script): string[] {
  return script
    .split(clause)
    .slice(0, maxClauseWords)
    .flatMap((word) => (script.substitutions[word.toLowerCase()] ?? word).split(' '));
}

function answer(text: string, script: Script, state: State): string {
  for (const clause of text.split(script.clauseEnd).slice(0, maxClauses)) {
    const words = substitute(clause, script);
    const spoken = ` ${words.join(' ').toLowerCase()} `;
    const found = script.keywords
      .filter(({ key }) => spoken.includes(` ${key} `))
      .sort((a, b) => b.rank - a.rank);
    for (const keyword of found) {
      const reply = applyKeyword(keyword, words, script, state);
      if (reply === null) continue;
      remember(keyword, words, script, state);
      return reply;
    }
  }
  return state.memory.shift() ?? takeTurn(state, 'fallback', script.fallbacks);
}

/** The answer to the last remark, after the whole conversation so far: the same remarks give the same answer. */
export function talk(remarks: readonly { text: string; script: Script }[]): string {
  const states = new Map<Script, State>();
  let reply = '';
  for (const { text, script } of remarks) {
    const state = states.get(script) ?? { turns: new Map(), memory: [] };
    states.set(script, state);
    reply = answer(text, script, state);
  }
  return reply;
}
