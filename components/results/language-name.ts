/** A language in the reader's own; `und` is none that could be told. */
export function languageName(code: string, locale: string, unknown: string): string {
  if (code === 'und') return unknown;
  try {
    return new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' }).of(code) ?? code;
  } catch {
    // An address can hold anything.
    return code;
  }
}
