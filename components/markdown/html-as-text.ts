/** HTML that may stay HTML: it formats, and the sanitiser lets it through. */
const formatting = new Set(
  (
    'a b blockquote br code dd del details div dl dt em h1 h2 h3 h4 h5 h6 hr i img ins kbd li ol p pre q rp rt ruby s ' +
    'samp span strike strong sub summary sup table tbody td tfoot th thead tr tt ul var'
  ).split(' '),
);

type Node = { type: string; value?: string; children?: Node[] };

/** True for `<br>` and its like; false for `vector<int>`, `<think>` and everything else that only looks like HTML. */
function isFormatting(html: string): boolean {
  const tags = [...html.matchAll(/<\/?([A-Za-z][\w:-]*)/g)];
  return tags.length > 0 && tags.every(([, name = '']) => formatting.has(name.toLowerCase()));
}

function mend(node: Node): void {
  if (node.type === 'html' && !isFormatting(node.value ?? '')) node.type = 'text';
  node.children?.forEach(mend);
}

/**
 * A remark plugin: what a model wrote in angle brackets is shown as it was written, unless it is plain formatting.
 * The sanitiser would take unknown tags out, and the answer would no longer read as it was given.
 */
export function htmlAsText() {
  return mend;
}
