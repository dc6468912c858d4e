import { type RefObject, useEffect, useRef } from 'react';

/** Height of the lane's header, which sticks above. */
const header = '2.75rem';

/**
 * An answer that is shorter than the room its row gives it stays in sight while longer ones beside it scroll: it
 * sticks below the header, or by its end where it is higher than the scroller (the nearest container with a size).
 */
export function useStayInSight(isOn: boolean): RefObject<HTMLDivElement | null> {
  const answer = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = answer.current;
    const room = element?.parentElement;
    if (!isOn || !element || !room) return;
    const observer = new ResizeObserver(() => {
      const height = element.offsetHeight;
      const isShorter = height < room.offsetHeight;
      element.style.position = isShorter ? 'sticky' : '';
      element.style.top = isShorter ? `min(${header}, 100cqh - ${height}px)` : '';
    });
    observer.observe(element);
    observer.observe(room);
    return () => {
      observer.disconnect();
      element.style.position = element.style.top = '';
    };
  }, [isOn]);
  return answer;
}
