import { z } from 'zod';
import { type Cell, createCell } from '#lib/arena/turn-reader-store.ts';

/** A prompt on its way: the key under which, and the comparison in which, it was sent. */
export type SentPrompt = { prompt: string; key: string; comparisonId: string | null };

const storedSchema = z.object({
  text: z.string(),
  sent: z.object({ prompt: z.string(), key: z.string(), comparisonId: z.string().nullable() }).nullable(),
});

export type Draft = {
  readonly text: Cell<string>;
  write: (text: string) => void;
  /** Empties the composer, but keeps the prompt on this device until the server has it. */
  markSent: (sent: SentPrompt) => void;
  /** The prompt that was sent but never heard of again; null when there is none. */
  sent: () => SentPrompt | null;
  /** The server has it. */
  accept: () => void;
  /** The server does not have it: back into the composer, unless something else is there by now. */
  giveBack: () => void;
  /** Takes up what an earlier visit left. */
  restore: () => void;
};

/** What is being typed, kept on this device over reloads; `storage` null keeps it in memory alone. */
export function createDraft(storage: Storage | null, name: string): Draft {
  const text = createCell('');
  let sent: SentPrompt | null = null;

  function keep() {
    try {
      if (text.get() === '' && sent === null) storage?.removeItem(name);
      else storage?.setItem(name, JSON.stringify({ text: text.get(), sent }));
    } catch {
      // A full storage costs the draft on reload, never the typing.
    }
  }

  function write(next: string) {
    text.set(next);
    keep();
  }

  function giveBack() {
    if (sent && text.get() === '') text.set(sent.prompt);
    keep();
  }

  function restore() {
    const stored = storedSchema.safeParse(parse(storage?.getItem(name) ?? null));
    if (!stored.success) return;
    sent = stored.data.sent;
    if (text.get() === '') text.set(stored.data.text);
    giveBack();
  }

  return {
    text,
    write,
    markSent: (next) => {
      sent = next;
      write('');
    },
    sent: () => sent,
    accept: () => {
      sent = null;
      keep();
    },
    giveBack,
    restore,
  };
}

function parse(json: string | null): unknown {
  try {
    return JSON.parse(json ?? 'null');
  } catch {
    return null;
  }
}
