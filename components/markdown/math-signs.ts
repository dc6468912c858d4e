/** Fenced blocks, closed or not, and code spans: what is in them is never maths. */
const code =
  /(^|\n)[ \t]*(```+|~~~+)[^\n]*(?:\n(?:[\s\S]*?\n)?[ \t]*\2[^\n]*|[\s\S]*$)|(`+)(?!`)[^`][\s\S]*?\3/g;

/** `\[ … \]` and `\( … \)`, the signs of LaTeX itself. */
const display = /\\\[([\s\S]+?)\\\]/g;
const inline = /\\\(([\s\S]+?)\\\)/g;
/** `$$ … $$` alone on its line is meant to stand alone. */
const ownLine = /^([ \t]*)\$\$([^$\n]+)\$\$[ \t]*$/gm;
/** `$x$` by Pandoc's rule, so that prices stay prices: no space inside the signs, no digit after the last. */
const dollars = /(?<![\\$\d])\$(?![\s$])([^$\n]{0,400}?[^\s$\\])\$(?![\d$])/g;

function mend(prose: string): string {
  return prose
    .replace(display, (whole, body: string) => (body.includes('\n\n') ? whole : `\n$$\n${body.trim()}\n$$\n`))
    .replace(inline, (whole, body: string) => (body.includes('\n\n') ? whole : `$$${body.trim()}$$`))
    .replace(
      ownLine,
      (_, indent: string, body: string) => `${indent}$$\n${indent}${body.trim()}\n${indent}$$`,
    )
    .replace(dollars, (_, body: string) => `$$${body}$$`);
}

/** Writes the ways models mark maths as the one that the Markdown reader knows: `$$…$$`. Code stays as it is. */
export function withMathSigns(text: string): string {
  if (!text.includes('$') && !text.includes('\\(') && !text.includes('\\[')) return text;
  let mended = '';
  let from = 0;
  for (const match of text.matchAll(code)) {
    mended += mend(text.slice(from, match.index)) + match[0];
    from = match.index + match[0].length;
  }
  return mended + mend(text.slice(from));
}

/** The prose alone, as far as code is told by its signs. */
export function withoutCode(text: string): string {
  return text.replace(code, '$1');
}
