import { useCallback, useEffect, useRef, useState } from 'react';

/** After the last key, in milliseconds. */
const pause = 300;

/**
 * A text that counts as it is typed and is written when a person pauses, or by `flush`, for when the field is left: a
 * text written later than that would undo the link a person follows. To write the address at every key would cost more
 * time than to search.
 */
export function useLateText(
  written: string,
  write: (text: string) => void,
): { text: string; type: (text: string) => void; flush: () => void } {
  const [draft, setDraft] = useState<string | null>(null);
  const waiting = useRef<{ text: string; timer: ReturnType<typeof setTimeout> } | null>(null);
  const flush = useCallback(() => {
    if (!waiting.current) return;
    clearTimeout(waiting.current.timer);
    write(waiting.current.text);
    waiting.current = null;
    setDraft(null);
  }, [write]);
  const type = useCallback(
    (text: string) => {
      if (waiting.current) clearTimeout(waiting.current.timer);
      waiting.current = { text, timer: setTimeout(flush, pause) };
      setDraft(text);
    },
    [flush],
  );
  useEffect(
    () => () => {
      if (waiting.current) clearTimeout(waiting.current.timer);
    },
    [],
  );
  return { text: draft ?? written, type, flush };
}
