import type { Mode } from '#lib/arena/modes.ts';

/** Where a stored comparison is shown. */
export function comparisonHref(id: string, mode: Mode): string {
  return `${mode === 'blind' ? '/battle' : '/'}?comparison=${encodeURIComponent(id)}`;
}
