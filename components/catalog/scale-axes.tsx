import { useTranslations } from 'next-intl';
import { plotBottom, size, xOf, xTicks, yOf, yRange, yTicks } from '#components/catalog/scale-space.ts';
import { useCardWords } from '#components/catalog/use-card-words.ts';
import { tokensPerParameter } from '#lib/catalog/scale-points.ts';

/** Size and tokens on logarithmic scales, and the line of 20 tokens for each parameter. */
export function ScaleAxes() {
  const t = useTranslations('catalog.pictures');
  const words = useCardWords();
  const lineStart = yRange.low / tokensPerParameter;
  const lineEnd = yRange.high / tokensPerParameter;
  return (
    <g>
      {xTicks.map((tick) => (
        <g key={tick}>
          <line x1={xOf(tick)} x2={xOf(tick)} y1={size.top} y2={plotBottom} className="stroke-line" />
          <text x={xOf(tick)} y={size.height - 22} textAnchor="middle" className="fill-faint text-xs">
            {words.billions(tick)}
          </text>
        </g>
      ))}
      {yTicks.map((tick) => (
        <line
          key={tick}
          x1={size.left}
          x2={size.width - size.right}
          y1={yOf(tick)}
          y2={yOf(tick)}
          className="stroke-line"
        />
      ))}
      <text x={size.width / 2} y={size.height - 4} textAnchor="middle" className="fill-soft text-xs">
        {t('parameterAxis')}
      </text>
      <text x={size.left + 6} y={size.top + 12} className="fill-soft text-xs">
        {t('tokenAxis')}
      </text>
      <line
        x1={xOf(lineStart)}
        y1={yOf(yRange.low)}
        x2={xOf(lineEnd)}
        y2={yOf(yRange.high)}
        strokeWidth="1.5"
        strokeDasharray="6 4"
        className="stroke-ink"
      />
      <text x={xOf(lineEnd) - 8} y={size.top + 12} textAnchor="end" className="fill-ink text-xs">
        {t('chinchillaLine')}
      </text>
    </g>
  );
}

/** The tokens at the left, which stay in sight while the picture is scrolled sideways. */
export function TokenTicks() {
  const words = useCardWords();
  return (
    <g style={{ transform: 'translateX(var(--scrolled, 0px))' }}>
      <rect x="-8" y="0" width={size.left} height={plotBottom + 8} className="fill-panel" />
      {yTicks.map((tick) => (
        <text key={tick} x={size.left - 16} y={yOf(tick) + 4} textAnchor="end" className="fill-faint text-xs">
          {words.billions(tick)}
        </text>
      ))}
    </g>
  );
}
