/**
 * Text that PostgreSQL and every JSON reader accept: NUL is dropped, a lone surrogate becomes U+FFFD.
 * Applied once, where text enters: request bodies and model output.
 */
export function cleanText(text: string): string {
  const withoutNul = text.includes('\u0000') ? text.replaceAll('\u0000', '') : text;
  return withoutNul.toWellFormed();
}
