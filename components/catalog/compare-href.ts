/** At most so many cards stand side by side. */
export const mostCompared = 4;

export function compareHref(ids: readonly string[]): string {
  return ids.length === 0 ? '/catalog/compare' : `/catalog/compare?ids=${ids.join(',')}`;
}
