import { type Cell, createCell } from '#lib/arena/turn-reader-store.ts';

/** A prompt on its way: the key under which, and the comparison in which, it was sent. */
export type SentPrompt = { prompt: string; key: string; comparisonId: string | null };

type Stored = { text: string; sent: SentPrompt | null };

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
    const stored = parse(storage?.getItem(name) ?? null);
    if (!isStored(stored)) return;
    sent = stored.sent;
    if (text.get() === '') text.set(stored.text);
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

// By hand: the first load of a page is to do without a validator.
function isStored(value: unknown): value is Stored {
  if (!isRecord(value) || typeof value.text !== 'string') return false;
  const { sent } = value;
  if (sent === null) return true;
  if (!isRecord(sent) || typeof sent.prompt !== 'string' || typeof sent.key !== 'string') return false;
  return sent.comparisonId === null || typeof sent.comparisonId === 'string';
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
