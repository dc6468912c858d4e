import { useRouter } from 'next/navigation';
import { type RefCallback, useCallback } from 'react';

/**
 * Makes the plain links inside an element lead to pages of this site without loading it anew. A link of the framework
 * for each name would make a long table slow to draw: this one listens for all.
 */
export function useFollowLinks<Some extends HTMLElement>(): RefCallback<Some> {
  const router = useRouter();
  return useCallback(
    (element) => {
      if (!element) return;
      const follow = (event: MouseEvent) => {
        const link = event.target instanceof Element ? event.target.closest('a') : null;
        const opensElsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
        if (!link || event.defaultPrevented || opensElsewhere || link.origin !== location.origin) return;
        event.preventDefault();
        router.push(link.pathname + link.search);
      };
      element.addEventListener('click', follow);
      return () => element.removeEventListener('click', follow);
    },
    [router],
  );
}
