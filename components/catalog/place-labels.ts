export type LabelWish = { text: string; x: number; y: number };
export type PlacedLabel = LabelWish & { labelX: number; labelY: number };

/** What a label must not cover, in pixels. */
export type Box = { left: number; right: number; top: number; bottom: number };

const overlaps = (a: Box, b: Box) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/**
 * A place for each label beside its point where it covers no other label: right of it, then above and below,
 * ever further away. In pixels; `right` is where the picture ends, `obstacles` are covered by no label.
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  right: number,
  obstacles: readonly Box[] = [],
): PlacedLabel[] {
  const taken: Box[] = [
    ...obstacles,
    ...wishes.map(({ x, y }) => ({ left: x - 6, right: x + 6, top: y - 6, bottom: y + 6 })),
  ];
  return wishes.map((wish) => {
    const width = wish.text.length * 7 + 6;
    const candidates = [0, -15, 15, -30, 30, -45, 45, -60, 60, -75, 75].flatMap((dy) =>
      [10, -width - 10].map((dx) => ({ labelX: wish.x + dx, labelY: wish.y + dy + 4 })),
    );
    const boxOf = ({ labelX, labelY }: { labelX: number; labelY: number }): Box => ({
      left: labelX,
      right: labelX + width,
      top: labelY - 11,
      bottom: labelY + 3,
    });
    const free = candidates.find((candidate) => {
      const box = boxOf(candidate);
      return box.right <= right && !taken.some((other) => overlaps(box, other));
    });
    const chosen = free ?? { labelX: wish.x + 10, labelY: wish.y + 4 };
    taken.push(boxOf(chosen));
    return { ...wish, ...chosen };
  });
}
