/** Over less than this the clock times packets that came together, not a server that writes. */
const shortestMs = 50;

/** Tokens a second from the first token to the end; null for a single token, or where all came at once. */
export function tokenSpeed(tokens: number, sinceFirstTokenMs: number): number | null {
  return tokens >= 2 && sinceFirstTokenMs >= shortestMs ? (tokens / sinceFirstTokenMs) * 1000 : null;
}
