'use client';

import {
  cloneElement,
  type FocusEvent,
  type PointerEvent,
  type ReactElement,
  type ReactNode,
  useEffect,
  useRef,
  useState,
} from 'react';
import { createPortal } from 'react-dom';
import { cn } from '#components/ui/class-names.ts';
import { popupClass } from '#components/ui/popup-class.ts';

type Side = 'top' | 'bottom' | 'left' | 'right';

type TriggerProps = {
  onPointerEnter?: (event: PointerEvent<HTMLElement>) => void;
  onPointerLeave?: (event: PointerEvent<HTMLElement>) => void;
  onPointerDown?: (event: PointerEvent<HTMLElement>) => void;
  onFocus?: (event: FocusEvent<HTMLElement>) => void;
  onBlur?: (event: FocusEvent<HTMLElement>) => void;
};

type Props = {
  /** Repeats or explains what the trigger's own label says; never the only place of a fact. */
  content: ReactNode;
  /** One element that takes event handlers. */
  children: ReactElement<TriggerProps>;
  side?: Side;
};

const delayMs = 500;
const graceMs = 120;
const gap = 6;

/** Our own, because every page carries it: the library's brings a positioning engine that a tip does not need. */
export function Tooltip({ content, children, side = 'bottom' }: Props) {
  const [anchor, setAnchor] = useState<DOMRect | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const { props } = children;

  function later(ms: number, change: () => void): void {
    clearTimeout(timer.current);
    timer.current = setTimeout(change, ms);
  }
  const hide = () => later(graceMs, () => setAnchor(null));
  useEffect(() => () => clearTimeout(timer.current), []);

  const trigger = cloneElement(children, {
    onPointerEnter: (event) => {
      props.onPointerEnter?.(event);
      const element = event.currentTarget;
      if (event.pointerType === 'mouse') later(delayMs, () => setAnchor(element.getBoundingClientRect()));
    },
    onPointerLeave: (event) => {
      props.onPointerLeave?.(event);
      hide();
    },
    onPointerDown: (event) => {
      props.onPointerDown?.(event);
      later(0, () => setAnchor(null));
    },
    onFocus: (event) => {
      props.onFocus?.(event);
      const element = event.currentTarget;
      if (element.matches(':focus-visible')) later(0, () => setAnchor(element.getBoundingClientRect()));
    },
    onBlur: (event) => {
      props.onBlur?.(event);
      hide();
    },
  });
  return (
    <>
      {trigger}
      {anchor && (
        <Tip
          anchor={anchor}
          side={side}
          onClose={() => later(0, () => setAnchor(null))}
          onEnter={() => clearTimeout(timer.current)}
          onLeave={hide}
        >
          {content}
        </Tip>
      )}
    </>
  );
}

type TipProps = {
  anchor: DOMRect;
  side: Side;
  onClose: () => void;
  onEnter: () => void;
  onLeave: () => void;
  children: ReactNode;
};

/** Stays while the pointer is on it; Escape and scrolling close it. */
function Tip({ anchor, side, onClose, onEnter, onLeave, children }: TipProps) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && onClose();
    window.addEventListener('keydown', onKey);
    window.addEventListener('scroll', onClose, { capture: true, passive: true });
    return () => {
      window.removeEventListener('keydown', onKey);
      window.removeEventListener('scroll', onClose, { capture: true });
    };
  }, [onClose]);
  return createPortal(
    <div
      role="tooltip"
      ref={(element) => {
        if (element) place(element, anchor, side);
      }}
      onPointerEnter={onEnter}
      onPointerLeave={onLeave}
      className={cn(popupClass, 'fixed top-0 left-0 z-60 w-max max-w-72 px-2 py-1 text-xs')}
    >
      {children}
    </div>,
    document.body,
  );
}

/** Puts the tip beside its trigger, on the other side where there is no room, and never over the edge. */
function place(tip: HTMLElement, anchor: DOMRect, side: Side): void {
  const { width, height } = tip.getBoundingClientRect();
  const isVertical = side === 'top' || side === 'bottom';
  const before = (isVertical ? anchor.top - height : anchor.left - width) - gap;
  const after = (isVertical ? anchor.bottom : anchor.right) + gap;
  const room = isVertical ? window.innerHeight - height : window.innerWidth - width;
  const wantsBefore = side === 'top' || side === 'left';
  const along = (wantsBefore && before >= gap) || after > room ? before : after;
  const across = isVertical
    ? anchor.left + (anchor.width - width) / 2
    : anchor.top + (anchor.height - height) / 2;
  const acrossRoom = isVertical ? window.innerWidth - width : window.innerHeight - height;
  const clamped = Math.max(gap, Math.min(across, acrossRoom - gap));
  const [x, y] = isVertical ? [clamped, along] : [along, clamped];
  tip.style.translate = `${Math.round(x)}px ${Math.round(y)}px`;
}
