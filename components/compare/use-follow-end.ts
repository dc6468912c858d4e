import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { TurnStore } from '#lib/arena/turn-reader-store.ts';

/** This near the end counts as at the end: about two lines. */
const slack = 56;

type FollowEnd = {
  scrollerRef: RefObject<HTMLDivElement | null>;
  contentRef: RefObject<HTMLDivElement | null>;
  isAtEnd: boolean;
  toEnd: () => void;
};

/**
 * Keeps a scroller at the end of its growing content, but only while the person has left it there. A new turn is
 * followed from its first word; one that was already answered is shown from its beginning. The content's last child
 * must be the latest turn.
 */
export function useFollowEnd(latest: TurnStore | undefined): FollowEnd {
  const scrollerRef = useRef<HTMLDivElement>(null);
  const contentRef = useRef<HTMLDivElement>(null);
  const isFollowing = useRef(true);
  const [isAtEnd, setIsAtEnd] = useState(true);

  const toEnd = useCallback(() => {
    isFollowing.current = true;
    const scroller = scrollerRef.current;
    if (scroller) scroller.scrollTop = scroller.scrollHeight;
  }, []);

  useEffect(() => {
    const last = contentRef.current?.lastElementChild;
    if (!latest || !scrollerRef.current || !(last instanceof HTMLElement)) return;
    if (latest.status.get() === 'running') return toEnd();
    isFollowing.current = false;
    scrollerRef.current.scrollTop = last.offsetTop;
  }, [latest, toEnd]);

  useEffect(() => {
    const scroller = scrollerRef.current;
    const content = contentRef.current;
    if (!scroller || !content) return;
    let lastTop = scroller.scrollTop;
    const look = () => {
      const { scrollTop, scrollHeight, clientHeight } = scroller;
      const isNear = scrollHeight - clientHeight - scrollTop <= slack;
      // Text may have come since the last jump to the end: only going up leaves it.
      isFollowing.current = isNear || (isFollowing.current && scrollTop >= lastTop);
      lastTop = scrollTop;
      setIsAtEnd(isFollowing.current);
    };
    const observer = new ResizeObserver(() => {
      if (isFollowing.current) scroller.scrollTop = scroller.scrollHeight;
      else look();
    });
    observer.observe(content);
    observer.observe(scroller);
    scroller.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      scroller.removeEventListener('scroll', look);
    };
  }, []);

  return { scrollerRef, contentRef, isAtEnd, toEnd };
}
