import { repeatRows } from '#bench/pages/repeat-rows.ts';

const push = /self\.__next_f\.push\(\[1,("(?:[^"\\]|\\.)*")\]\)/g;
const start = '"rows":[';

/**
 * The catalog's page as it would come for `count` cards: the rows among the data that travel in the page are
 * repeated, told apart by a number. The HTML stays that of the real cards; React puts the rest beside it.
 */
export function multiplyRows(html: string, count: number): string {
  const data = [...html.matchAll(push)].map(([, text]) => JSON.parse(text ?? '""') as string).join('');
  const from = data.indexOf(start) + start.length - 1;
  const to = endOfArray(data, from);
  if (from < start.length || to === null) throw new Error('The page holds no rows.');
  const rows = JSON.parse(data.slice(from, to)) as Parameters<typeof repeatRows>[0];
  const all = data.slice(0, from) + JSON.stringify(repeatRows(rows, count)) + data.slice(to);
  let isFirst = true;
  return html.replace(push, () => {
    const part = isFirst ? JSON.stringify(all).replaceAll('<', '\\u003c') : '""';
    isFirst = false;
    return `self.__next_f.push([1,${part}])`;
  });
}

/** Behind the bracket that closes the one at `from`; null when there is none. */
function endOfArray(text: string, from: number): number | null {
  let depth = 0;
  let isInString = false;
  for (let index = from; index < text.length; index += 1) {
    const sign = text[index];
    if (isInString) {
      if (sign === '\\') index += 1;
      else if (sign === '"') isInString = false;
    } else if (sign === '"') isInString = true;
    else if (sign === '[') depth += 1;
    else if (sign === ']') {
      depth -= 1;
      if (depth === 0) return index + 1;
    }
  }
  return null;
}
