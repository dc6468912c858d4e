'use client';

import { type ReactNode, type ToggleEvent, useId, useRef } from 'react';
import { cn } from '#components/ui/class-names.ts';
import { popupClass } from '#components/ui/popup-class.ts';

const gap = 6;

type Props = {
  /** What the number means, in a sentence. */
  text: ReactNode;
  children: ReactNode;
  className?: string;
};

/** A word that explains itself when it is pressed, by pointer, finger or key; the browser closes it again. */
export function Explain({ text, children, className }: Props) {
  const id = useId();
  const trigger = useRef<HTMLButtonElement>(null);
  function place(event: ToggleEvent<HTMLElement>): void {
    if (event.newState !== 'open' || !trigger.current) return;
    const anchor = trigger.current.getBoundingClientRect();
    const note = event.currentTarget;
    const { width, height } = note.getBoundingClientRect();
    const x = Math.max(gap, Math.min(anchor.left, window.innerWidth - width - gap));
    const below = anchor.bottom + gap;
    const y = below + height > window.innerHeight ? anchor.top - height - gap : below;
    note.style.translate = `${Math.round(x)}px ${Math.round(y)}px`;
  }
  return (
    <>
      <button
        ref={trigger}
        type="button"
        popoverTarget={id}
        className={cn(
          'rounded-sm text-left underline decoration-dotted decoration-line-strong underline-offset-4 hover:decoration-ink touch:min-h-10',
          className,
        )}
      >
        {children}
      </button>
      <span
        id={id}
        popover="auto"
        role="note"
        onToggle={place}
        className={cn(
          popupClass,
          'fixed inset-auto top-0 left-0 m-0 w-max max-w-72 whitespace-normal p-3 text-left font-normal text-base text-ink',
        )}
      >
        {text}
      </span>
    </>
  );
}
