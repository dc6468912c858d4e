import { useCallback, useEffect, useRef, useState } from 'react';

/** After the last key, in milliseconds. */
const pause = 300;

/**
 * A text that counts as it is typed and is written when a person pauses, or by `flush`, for when the field is left. To
 * write the address at every key would cost more time than to search. `write` has to be done when it returns: what comes
 * later would undo the link a person follows.
 */
export function useLateText(
  written: string,
  write: (text: string) => void,
): { text: string; type: (text: string) => void; flush: () => void } {
  const [draft, setDraft] = useState<string | null>(null);
  const waiting = useRef<{ text: string; timer: ReturnType<typeof setTimeout> } | null>(null);
  // Then what is written counts again, a step back too; who typed on meanwhile is not disturbed.
  if (draft === written) setDraft(null);
  const flush = useCallback(() => {
    if (!waiting.current) return;
    clearTimeout(waiting.current.timer);
    write(waiting.current.text);
    waiting.current = null;
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
