'use client';

import { useVirtualizer, useWindowVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';

export type RowsProps = {
  label: string;
  /** Ids of the rows, in order. */
  ids: readonly string[];
  renderRow: (id: string) => ReactNode;
  /** Scrolled into sight when it changes. */
  selectedId: string | null;
  /** The end is near. */
  onEnd: () => void;
};

const rowHeight = 77;
const overscan = 8;
/** Rows before the end at which more are asked for. */
const endZone = 20;

/** Rows inside an element that scrolls. */
export function ElementRows({ scroller, ...props }: RowsProps & { scroller: HTMLElement }) {
  const virtualizer = useVirtualizer({
    count: props.ids.length,
    getScrollElement: () => scroller,
    getItemKey: (index) => props.ids[index] ?? index,
    estimateSize: () => rowHeight,
    overscan,
  });
  return <Rows {...props} virtualizer={virtualizer} margin={0} />;
}

/** Rows of a page that scrolls as a whole. */
export function WindowRows(props: RowsProps) {
  const top = useRef<HTMLDivElement>(null);
  const [margin, setMargin] = useState(0);
  useLayoutEffect(() => {
    setMargin((top.current?.getBoundingClientRect().top ?? 0) + window.scrollY);
  }, []);
  const virtualizer = useWindowVirtualizer({
    count: props.ids.length,
    getItemKey: (index) => props.ids[index] ?? index,
    estimateSize: () => rowHeight,
    scrollMargin: margin,
    overscan,
  });
  return (
    <div ref={top}>
      <Rows {...props} virtualizer={virtualizer} margin={margin} />
    </div>
  );
}

type Scroller = Virtualizer<HTMLElement, Element> | Virtualizer<Window, Element>;

function Rows(props: RowsProps & { virtualizer: Scroller; margin: number }) {
  const { label, ids, renderRow, selectedId, onEnd, virtualizer, margin } = props;
  const items = virtualizer.getVirtualItems();
  const isNearEnd = (items.at(-1)?.index ?? 0) >= ids.length - endZone;
  useEffect(() => {
    if (isNearEnd && ids.length > 0) onEnd();
  }, [isNearEnd, ids.length, onEnd]);
  const selected = selectedId === null ? -1 : ids.indexOf(selectedId);
  useEffect(() => {
    if (selected >= 0) virtualizer.scrollToIndex(selected, { align: 'auto' });
  }, [selected, virtualizer]);
  return (
    <ul aria-label={label} className="relative" style={{ height: virtualizer.getTotalSize() }}>
      {items.map(({ index, key, start }) => (
        <li
          key={key}
          data-index={index}
          ref={virtualizer.measureElement}
          aria-setsize={-1}
          aria-posinset={index + 1}
          className="absolute top-0 left-0 w-full border-line border-b"
          style={{ transform: `translateY(${start - margin}px)` }}
        >
          {renderRow(ids[index] ?? '')}
        </li>
      ))}
    </ul>
  );
}
