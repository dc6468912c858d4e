import { expect, test } from 'vitest';
import { findShortcut, keyCaps, pressedKeys, type Shortcut } from '#components/shell/shortcut.ts';

const press = { key: 'k', metaKey: false, ctrlKey: false, altKey: false, shiftKey: false };

test('names presses the same on every keyboard', () => {
  expect(pressedKeys({ ...press, ctrlKey: true })).toBe('mod+k');
  expect(pressedKeys({ ...press, metaKey: true })).toBe('mod+k');
  expect(pressedKeys({ ...press, key: '?', shiftKey: true })).toBe('?');
  expect(pressedKeys({ ...press, key: 'K', shiftKey: true })).toBe('shift+k');
  expect(pressedKeys({ ...press, key: 'Enter', shiftKey: true })).toBe('shift+enter');
  expect(pressedKeys({ ...press, key: ' ' })).toBe('space');
});

function shortcut(keys: string, rest: Partial<Shortcut> = {}): Shortcut {
  return { id: keys, keys, label: keys, group: '', run: () => undefined, ...rest };
}

test('a field keeps plain keys to itself', () => {
  const offered = [shortcut('a'), shortcut('mod+k'), shortcut('escape', { worksInFields: true })];
  expect(findShortcut(offered, null, 'a', 'field')).toBeUndefined();
  expect(findShortcut(offered, null, 'a', 'page')?.keys).toBe('a');
  expect(findShortcut(offered, null, 'mod+k', 'field')?.keys).toBe('mod+k');
  expect(findShortcut(offered, null, 'escape', 'field')?.keys).toBe('escape');
});

test('a field that rests leaves judging its keys, and no others', () => {
  const offered = [shortcut('n'), shortcut('1', { worksAtRest: true })];
  expect(findShortcut(offered, null, '1', 'resting-field')?.keys).toBe('1');
  expect(findShortcut(offered, null, '1', 'field')).toBeUndefined();
  expect(findShortcut(offered, null, 'n', 'resting-field')).toBeUndefined();
});

test('two keys in a row win over the second alone, and the last offer over earlier ones', () => {
  const offered = [shortcut('r'), shortcut('g r'), shortcut('r', { id: 'later' })];
  expect(findShortcut(offered, 'g', 'r', 'page')?.keys).toBe('g r');
  expect(findShortcut(offered, 'x', 'r', 'page')?.id).toBe('later');
});

test('caps follow the platform', () => {
  expect(keyCaps('mod+k', true)).toEqual(['⌘', 'K']);
  expect(keyCaps('mod+shift+enter', false)).toEqual(['Ctrl', 'Shift', '↵']);
  expect(keyCaps('g r', false)).toEqual(['G', 'R']);
});
