import { globSync, readFileSync } from 'node:fs';
import { twMerge } from 'tailwind-merge';
import { expect, it } from 'vitest';
import { cn } from '#components/ui/class-names.ts';

/** Words of the sources that tailwind-merge takes for a class: it drops the first of two that are the same. */
function usedClasses(): string[] {
  const words = new Set<string>();
  for (const file of globSync('{app,components}/**/*.{ts,tsx}')) {
    for (const [, text = ''] of readFileSync(file, 'utf8').matchAll(/["'`]([^"'`]*)["'`]/g)) {
      for (const word of text.split(/\s+/)) words.add(word.split(/:(?![^[]*\])/).at(-1) ?? '');
    }
  }
  return [...words].filter((word) => /^[a-z-]/.test(word) && twMerge(`${word} ${word}`) === word);
}

it('settles the classes in use as the whole list of Tailwind would', () => {
  const classes = usedClasses();
  expect(classes.length).toBeGreaterThan(300);
  // One that is listed here wants a line in class-groups.ts.
  const wrong = classes.flatMap((one) =>
    classes
      .filter((other) => other !== one)
      .map((other) => `${one} ${other}`)
      .filter((pair) => cn(pair) !== twMerge(pair)),
  );
  expect(wrong).toEqual([]);
});

it('lets the last win, each under its own condition', () => {
  expect(cn('px-3 hover:px-4', { 'text-soft': true }, 'px-2 text-sm')).toBe(
    'hover:px-4 text-soft px-2 text-sm',
  );
});
