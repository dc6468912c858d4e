const maxLength = 600;

/** What looks like a credential, by the prefixes makers use or by shape; request ids (UUIDs) stay readable. */
const secretShapes: readonly RegExp[] = [
  /\b(?:bearer|basic)\s+[\w.~+/=*-]{6,}/gi,
  /\bbce-v3\/[\w/*.-]+/g,
  /\b(?:sk|pk|rk|gsk|xai|hf|r8|nvapi|tgp|fw|pplx|csk|ak|api|key|ALTAK|LTAI|ghp|gho|github_pat)[-_][\w*.-]{6,}/gi,
  /\bAIza[\w*-]{10,}/g,
  /\beyJ[\w-]{8,}\.[\w-]+(?:\.[\w-]*)?/g,
  /\b[0-9a-f]{32}\.[\w-]{8,}/gi,
  /\b(?=\w*\d)(?=\w*[A-Za-z])\w{32,}/g,
];

function withoutSecret(text: string, secret: string): string {
  if (secret.length < 4) return text;
  return text.replaceAll(secret, '[secret]').replaceAll(encodeURIComponent(secret), '[secret]');
}

/** A server's words for a person: known and likely secrets removed, white space folded, at most 600 characters. */
export function redact(words: string, secrets: readonly string[] = []): string {
  // The known secrets go first, before anything that looks like one breaks them apart.
  let text = words.slice(0, maxLength * 20);
  for (const secret of secrets.toSorted((a, b) => b.length - a.length)) text = withoutSecret(text, secret);
  for (const shape of secretShapes) text = text.replace(shape, '[secret]');
  text = text.replaceAll('\u0000', '').replace(/\s+/g, ' ').trim();
  if (text.length > maxLength) text = `${text.slice(0, maxLength - 1)}…`;
  return text.toWellFormed();
}
