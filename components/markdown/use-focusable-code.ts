import { type RefObject, useEffect } from 'react';

/** Long lines of code scroll sideways: a keyboard must get there too, and Streamdown offers no way to say so. */
export function useFocusableCode(body: RefObject<HTMLElement | null>, isStreaming: boolean): void {
  useEffect(() => {
    const root = body.current;
    if (root === null || isStreaming) return;
    const mark = () => {
      for (const code of root.querySelectorAll('pre:not([tabindex])')) code.setAttribute('tabindex', '0');
    };
    mark();
    // Highlighting arrives later and draws the code anew.
    const observer = new MutationObserver(mark);
    observer.observe(root, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, [body, isStreaming]);
}
