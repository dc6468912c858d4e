import type { Keyword, Rule } from '#lib/demo/eliza/engine.ts';

const replySign = ' -> ';

function parseRule(line: string, key: string, inWords: (pattern: string) => string): Rule {
  const [pattern = '', replies = ''] = line.split(replySign);
  return { pattern: inWords(pattern.trim().replaceAll('$key', key)), replies: replies.split(' | ') };
}

/**
 * Reads keywords from text: a line "RANK key, key" begins one or several alike, indented lines "PATTERN -> reply | reply"
 * are their rules in order, and "memory PATTERN -> ..." keeps a remark for later. `$key` in a pattern is the keyword.
 * `inWords` parts keys and patterns with blanks, for languages that have none.
 */
export function parseKeywords(text: string, inWords = (pattern: string) => pattern): Keyword[] {
  const blocks = text.trim().split(/\n(?=\S)/);
  return blocks.flatMap((block) => {
    const [head = '', ...lines] = block.split('\n');
    const [rank = '', ...names] = head.split(/,? /);
    const keys = head.includes(',') ? names : [names.join(' ')];
    return keys.map((key) => {
      const isMemory = (line: string) => line.startsWith('  memory ');
      const memory = lines.find(isMemory)?.replace('memory ', '');
      return {
        key: inWords(key),
        rank: Number(rank),
        rules: lines.filter((line) => !isMemory(line)).map((line) => parseRule(line, key, inWords)),
        ...(memory ? { memory: parseRule(memory, key, inWords) } : {}),
      };
    });
  });
}
