import type { Architecture } from '#lib/catalog/schema.ts';

type Props = { x: number; y: number; architecture: Architecture; isHollow?: boolean };

/** One shape for each architecture family, so that no colour has to tell them apart. */
export function FamilyMark({ x, y, architecture, isHollow = false }: Props) {
  const look = isHollow ? 'fill-panel stroke-ink' : 'fill-ink stroke-ink';
  switch (architecture) {
    case 'decoder-only':
      return <circle cx={x} cy={y} r="4.5" className={look} />;
    case 'encoder-decoder':
      return <rect x={x - 4.5} y={y - 4.5} width="9" height="9" className={look} />;
    case 'glm':
      return <path d={`M${x} ${y - 6}L${x + 6} ${y}L${x} ${y + 6}L${x - 6} ${y}Z`} className={look} />;
    case 'multi-task':
      return <path d={`M${x} ${y - 6}L${x + 6} ${y + 5}L${x - 6} ${y + 5}Z`} className={look} />;
    default:
      return (
        <path
          d={`M${x - 4} ${y - 4}L${x + 4} ${y + 4}M${x - 4} ${y + 4}L${x + 4} ${y - 4}`}
          strokeWidth="2"
          className="stroke-ink"
        />
      );
  }
}
