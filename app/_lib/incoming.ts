/** What is read of a request: a web Request is one, and what Node's server hands over can be. */
export type Incoming = {
  method: string;
  /** Absolute. */
  url: string;
  headers: { get(name: string): string | null };
  body: AsyncIterable<Uint8Array> | null;
};
