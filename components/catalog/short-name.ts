const longest = 22;

/** A card's name where a picture has little room: without what stands in brackets. */
export function shortName(name: string): string {
  const [short = name] = name.split(' (');
  return short.length > longest ? `${short.slice(0, longest - 1)}…` : short;
}
