/** At most so many cards stand side by side. */
export const mostCompared = 4;

export function compareHref(ids: readonly string[]): string {
  return ids.length === 0 ? '/catalog/compare' : `/catalog/compare?ids=${ids.join(',')}`;
}

/** The cards behind the lanes side by side; null while fewer than two are known. */
export function laneCardsHref(lanes: readonly { cardId: string | null }[]): string | null {
  const ids = [...new Set(lanes.flatMap(({ cardId }) => cardId ?? []))].slice(0, mostCompared);
  return ids.length < 2 ? null : compareHref(ids);
}
