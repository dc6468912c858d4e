/** A link inside text. */
export const textLinkClass =
  'underline decoration-line-strong underline-offset-2 hover:decoration-ink break-words';
