/** Where a stored comparison is shown. */
export function comparisonHref(id: string): string {
  return `/?comparison=${encodeURIComponent(id)}`;
}
