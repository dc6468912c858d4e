const push = /self\.__next_f\.push\(\[1,("(?:[^"\\]|\\.)*")\]\)/g;
const start = '"rows":[';

type Row = { id: string; name: string; searchText: string };

/**
 * The catalog's page as it would come for `count` cards: the rows among the data that travel in the page are
 * repeated, told apart by a number. The HTML stays that of the real cards; React puts the rest beside it.
 */
export function multiplyRows(html: string, count: number): string {
  const data = [...html.matchAll(push)].map(([, text]) => JSON.parse(text ?? '""') as string).join('');
  const from = data.indexOf(start) + start.length - 1;
  const to = endOfArray(data, from);
  if (from < start.length || to === null) throw new Error('The page holds no rows.');
  const rows = JSON.parse(data.slice(from, to)) as Row[];
  const many = Array.from({ length: count }, (_, index) => {
    const row = rows[index % rows.length];
    if (!row) throw new Error('The catalog is empty.');
    const mark = `no${index}`;
    return {
      ...row,
      id: `${row.id}-${index}`,
      name: `${row.name} ${mark}`,
      searchText: `${row.searchText} ${mark}`,
    };
  });
  const all = data.slice(0, from) + JSON.stringify(many) + data.slice(to);
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
