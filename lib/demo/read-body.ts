/** A whole conversation comes with every turn, so this is larger than the limit of Baijia's own API. */
export const maxBodyBytes = 16 * 1024 * 1024;

/** The body as text, or null as soon as it proves larger than `limit` bytes. */
export async function readBody(request: Request, limit = maxBodyBytes): Promise<string | null> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) return null;
  const decoder = new TextDecoder();
  let size = 0;
  let text = '';
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > limit) return null;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
