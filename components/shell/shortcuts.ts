'use client';

import { useEffect } from 'react';
import { createRegistry } from '#components/shell/registry.ts';
import {
  findShortcut,
  type KeyPlace,
  pressedKeys,
  type Shortcut,
  type ShortcutKeys,
} from '#components/shell/shortcut.ts';

const registry = createRegistry<Shortcut>();

/** Offers shortcuts while the component is mounted: they work, and stand in the `?` sheet. Memoize the array. */
export const useShortcuts = registry.useOffer;
export const useOfferedShortcuts = registry.useAll;

function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  if (target instanceof HTMLInputElement)
    return !['checkbox', 'radio', 'range', 'button'].includes(target.type);
  return target instanceof HTMLSelectElement;
}

/** A field says by `data-resting` that what it held has been sent, and that nothing was typed since. */
export function isRestingField(target: EventTarget | null): boolean {
  return target instanceof HTMLTextAreaElement && target.dataset.resting !== undefined;
}

function placeOf(target: EventTarget | null): KeyPlace {
  if (!isField(target)) return 'page';
  return isRestingField(target) ? 'resting-field' : 'field';
}

/** A modal or an open menu owns the keyboard; only what stands in it may answer. */
function isModalOpen(): boolean {
  return (
    document.querySelector(
      '[role="dialog"][data-open],[role="alertdialog"][data-open],[role="menu"][data-open]',
    ) !== null
  );
}

/** Listens for all shortcuts; stands once in the shell. */
export function useShortcutListener(): void {
  useEffect(() => {
    let previous: ShortcutKeys | null = null;
    function onKeyDown(event: KeyboardEvent): void {
      if (
        event.defaultPrevented ||
        event.isComposing ||
        ['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)
      ) {
        return;
      }
      const pressed = pressedKeys(event);
      const place = placeOf(event.target);
      const match = findShortcut(registry.all(), previous, pressed, place);
      // Looked for only when a key means something: in a long page that takes longer than the letter typed.
      const found = match && !isModalOpen() ? match : undefined;
      previous = found || place !== 'page' ? null : pressed;
      if (!found) return;
      event.preventDefault();
      found.run();
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
