/**
 * A key, or two keys one after the other ("g r"). Written as KeyboardEvent.key in small letters with modifiers before:
 * "mod+k" (Command on a Mac, Ctrl elsewhere), "shift+enter", "alt+1", "?".
 */
export type ShortcutKeys = string;

export type Shortcut = {
  id: string;
  keys: ShortcutKeys;
  /** What it does, in the person's language. */
  label: string;
  /** Heading in the shortcut sheet. */
  group: string;
  run: () => void;
  /** Works while the person types in a field too; default only with mod. */
  worksInFields?: boolean;
  /** Works in a field that rests, too: what it held has been sent, and nothing was typed since. */
  worksAtRest?: boolean;
};

/** Where the focus is when a key is pressed. */
export type KeyPlace = 'page' | 'field' | 'resting-field';

type KeyPress = Pick<KeyboardEvent, 'key' | 'metaKey' | 'ctrlKey' | 'altKey' | 'shiftKey'>;

function hasLetterCase(key: string): boolean {
  return key.length > 1 || key.toLowerCase() !== key.toUpperCase();
}

/** The name of what was pressed, as ShortcutKeys writes it. Shift counts only where it does not choose the character. */
export function pressedKeys(press: KeyPress): ShortcutKeys {
  const key = press.key === ' ' ? 'space' : press.key.toLowerCase();
  const shift = press.shiftKey && hasLetterCase(press.key) ? 'shift+' : '';
  return `${press.metaKey || press.ctrlKey ? 'mod+' : ''}${press.altKey ? 'alt+' : ''}${shift}${key}`;
}

/** The shortcut that a press completes, given the press before it. Of equals, the one offered last wins. */
export function findShortcut(
  shortcuts: readonly Shortcut[],
  previous: ShortcutKeys | null,
  pressed: ShortcutKeys,
  place: KeyPlace,
): Shortcut | undefined {
  const usable = shortcuts.filter(
    (shortcut) =>
      place === 'page' ||
      (place === 'resting-field' && shortcut.worksAtRest) ||
      (shortcut.worksInFields ?? shortcut.keys.startsWith('mod+')),
  );
  return (
    usable.findLast((shortcut) => previous !== null && shortcut.keys === `${previous} ${pressed}`) ??
    usable.findLast((shortcut) => shortcut.keys === pressed)
  );
}

const names: Record<string, string> = {
  enter: '↵',
  escape: 'Esc',
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
  backspace: '⌫',
};

/** The caps to show for keys: ["Ctrl", "K"]. */
export function keyCaps(keys: ShortcutKeys, isMac: boolean): string[] {
  const modifiers: Record<string, string> = {
    mod: isMac ? '⌘' : 'Ctrl',
    alt: isMac ? '⌥' : 'Alt',
    shift: isMac ? '⇧' : 'Shift',
  };
  return keys
    .split(' ')
    .flatMap((chord) => (chord === '+' ? ['+'] : chord.split('+')))
    .map((part) => modifiers[part] ?? names[part] ?? part.toUpperCase());
}
