'use client';

import { type RefObject, useEffect } from 'react';
import { findSpans } from '#lib/preferences/search/search-terms.ts';

const name = 'search';
const most = 500;

/**
 * Marks the terms in whatever text stands below an element, also when it comes later. The browser paints them by
 * itself (::highlight(search) in results.css), so rendered Markdown stays as it is.
 */
export function useTextHighlights(root: RefObject<HTMLElement | null>, terms: readonly string[]): void {
  useEffect(() => {
    const element = root.current;
    // Older browsers show the text without marks.
    if (!element || terms.length === 0 || !('highlights' in CSS)) return;
    const highlight = new Highlight();
    CSS.highlights.set(name, highlight);
    const mark = () => {
      highlight.clear();
      for (const range of findRanges(element, terms)) highlight.add(range);
    };
    mark();
    const observer = new MutationObserver(mark);
    observer.observe(element, { childList: true, subtree: true, characterData: true });
    return () => {
      observer.disconnect();
      CSS.highlights.delete(name);
    };
  }, [root, terms]);
}

function findRanges(element: HTMLElement, terms: readonly string[]): Range[] {
  const ranges: Range[] = [];
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node && ranges.length < most; node = texts.nextNode()) {
    for (const { start, end } of findSpans(node.nodeValue ?? '', terms)) {
      const range = new Range();
      range.setStart(node, start);
      range.setEnd(node, end);
      ranges.push(range);
    }
  }
  return ranges;
}
