import { chinese } from '#lib/demo/eliza/chinese.ts';
import { talk } from '#lib/demo/eliza/engine.ts';
import { english } from '#lib/demo/eliza/english.ts';
import { type DemoProgram, isChinese, userTexts } from '#lib/demo/program.ts';
import { splitPieces } from '#lib/demo/split-pieces.ts';

/** A remark's beginning carries what ELIZA can use; the rest would only cost time. */
const maxRemarkLength = 2000;

export const eliza: DemoProgram = {
  id: 'eliza',
  reply({ messages }) {
    const remarks = userTexts(messages).map((content) => {
      const text = content.slice(0, maxRemarkLength);
      return { text, script: isChinese(text) ? chinese : english };
    });
    return splitPieces(tidy(talk(remarks)));
  },
};

/** Where a quoted part is empty, blanks and marks are left over. */
function tidy(reply: string): string {
  const text = reply
    .replace(/\s+([?.,!])/g, '$1')
    .replace(/\s{2,}/g, ' ')
    .trim();
  return text.charAt(0).toUpperCase() + text.slice(1);
}
