import { hash } from 'node:crypto';
import eld from 'eld/extrasmall';

/** What a prompt is, by rules that a page can state in a sentence each. */
export const categories = ['code', 'maths', 'long', 'chinese', 'multi-turn'] as const;
export type Category = (typeof categories)[number];

export type PromptTraits = { language: string; categories: Category[]; promptHash: string };

/** Characters from which on a prompt is long. */
const longFrom = 500;

/**
 * Language, categories and identity of a prompt.
 *
 * - `code`: a fenced block, or words and signs of programming.
 * - `maths`: a formula in TeX, an arithmetic expression or equation, or words of mathematics.
 * - `long`: 500 characters or more. `chinese`: the language is zh. `multi-turn`: not the first prompt.
 *
 * @param index of the turn in its comparison, from 0.
 */
export function promptTraits(prompt: string, index: number): PromptTraits {
  const language = detectLanguage(prompt);
  const rules: Record<Category, boolean> = {
    code: codePatterns.some((pattern) => pattern.test(prompt)),
    maths: mathsPatterns.some((pattern) => pattern.test(prompt)),
    long: isLong(prompt.trim()),
    chinese: language === 'zh',
    'multi-turn': index > 0,
  };
  return {
    language,
    categories: categories.filter((category) => rules[category]),
    promptHash: hashPrompt(prompt),
  };
}

/** ISO 639-1, or `und`. Scripts that one language writes decide; n-grams (eld) tell the others apart. */
export function detectLanguage(text: string): string {
  // Most signs of most prompts are ASCII, which a look at their codes tells apart.
  const others = text.replace(/[\0-\x7f]+/g, '');
  const letters = countAsciiLetters(text) + count(others, /\p{L}/gu);
  if (letters === 0) return 'und';
  const kana = count(others, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const han = count(others, /\p{Script=Han}/gu);
  // One Han sign says about as much as four letters.
  if ((han + kana) * 4 >= letters - han - kana) return kana * 5 > han ? 'ja' : 'zh';
  if (count(others, /\p{Script=Hangul}/gu) * 2 > letters) return 'ko';
  const found = eld.detect(text.slice(0, 4000));
  return found.isReliable() && found.language !== '' ? found.language : 'und';
}

/** The same for prompts that differ in case, spacing or width of signs alone. */
function hashPrompt(prompt: string): string {
  const plain = prompt.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
  return hash('sha256', plain, 'base64url').slice(0, 22);
}

const codePatterns = [
  /^ {0,3}(```|~~~)/m,
  /\b(python|javascript|typescript|java|rust|golang|sql|html|css|bash|regex|kotlin|php|powershell)\b|c\+\+|c#/i,
  /\b(code|function|algorithm|compiler|stack trace|unit test|api|json|yaml)\b/i,
  /\b(def|class|import|return|const|let|var|public|void|SELECT)\s+[\w({*]/,
  /代码|编程|程序|函数|算法|正则|脚本|报错|数据库|接口/,
];

const mathsPatterns = [
  /\$\$|\\\(|\\\[|\\frac|\\sum|\\int|\\sqrt/,
  /\d\s*[-+*/^×÷=]\s*\d|\b[a-z]\s*[=^]\s*-?\d|\d[a-z]\s*[-+]\s*\d/i,
  /\b(prove|proof|theorem|equation|integral|derivative|probability|matrix|polynomial|prime number|arithmetic|geometry|algebra|calculus|solve for|how many)\b/i,
  /证明|方程|积分|导数|求导|概率|矩阵|定理|几何|代数|求解|计算|数学|多少/,
];

const count = (text: string, pattern: RegExp) => (text === '' ? 0 : (text.match(pattern)?.length ?? 0));

function countAsciiLetters(text: string): number {
  let letters = 0;
  for (let index = 0; index < text.length; index += 1) {
    // Bit 5 is what tells a from A.
    const code = text.charCodeAt(index) | 0x20;
    if (code >= 0x61 && code <= 0x7a) letters += 1;
  }
  return letters;
}

/** A character may be two code units. */
const isLong = (text: string) => text.length >= longFrom && Array.from(text).length >= longFrom;
