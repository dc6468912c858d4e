import { type ClassValue, clsx } from 'clsx';
// A copy apart: the Markdown renderer takes the whole list along with the other.
import { createTailwindMerge } from 'tailwind-merge/es5';
import { classConfig } from '#components/ui/class-groups.ts';

const merge = createTailwindMerge(() => classConfig);

/** Joins class names; of two Tailwind classes for the same property the last one wins. */
export function cn(...values: ClassValue[]): string {
  return merge(clsx(values));
}
