import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { CardLinks } from '#components/catalog/card-links.tsx';
import { DataTable } from '#components/catalog/data-table.tsx';
import { FamilyLegend, LegendEntry } from '#components/catalog/family-legend.tsx';
import { FamilyMark } from '#components/catalog/family-mark.tsx';
import { type Box, placeLabels } from '#components/catalog/place-labels.ts';
import { ScaleAxes, TokenTicks } from '#components/catalog/scale-axes.tsx';
import { chinchillaBoxes, plotBottom, size, xOf, yOf } from '#components/catalog/scale-space.ts';
import { shortName } from '#components/catalog/short-name.ts';
import { SvgFigure } from '#components/catalog/svg-figure.tsx';
import { useCardWords } from '#components/catalog/use-card-words.ts';
import type { ScaleData, ScalePoint } from '#lib/catalog/scale-points.ts';
import type { Card } from '#lib/catalog/schema.ts';

/** With a rim in the colour of the ground, so that lines behind it do not cross the letters. */
const labelClass = 'fill-ink stroke-4 stroke-panel text-xs [paint-order:stroke]';

/** The sizes of one card that were given the same tokens, joined; the largest carries the name. */
function Sizes({ points }: { points: readonly ScalePoint[] }) {
  const [first] = points;
  if (!first) return null;
  const y = yOf(first.tokens);
  const xs = points.map(({ parameters }) => xOf(parameters));
  return (
    <Link href={`/catalog/${first.card.id}`} prefetch={false} aria-label={first.card.name} className="group">
      <line
        x1={Math.min(...xs)}
        x2={Math.max(...xs)}
        y1={y}
        y2={y}
        className="stroke-line-strong group-hover:stroke-4 group-hover:stroke-ink group-focus-visible:stroke-4 group-focus-visible:stroke-ink"
      />
      {points.map((point) => (
        <FamilyMark
          key={point.parameters}
          x={xOf(point.parameters)}
          y={y}
          architecture={point.card.verified.architecture.value}
          isHollow={point.isCorpus}
        />
      ))}
    </Link>
  );
}

/** Sizes whose tokens were never published stand in a band of their own under the plot. */
function WithoutTokens({ cards }: { cards: readonly Card[] }) {
  const t = useTranslations('catalog.pictures');
  const y = plotBottom + 24;
  const labels = placeLabels(
    cards.map((card) => ({ text: shortName(card), x: xOf(card.verified.parameters.value.at(-1) ?? 1), y })),
    size.width,
  );
  return (
    <g>
      <text x={size.left} y={plotBottom + 46} className="fill-soft text-xs">
        {t('tokensUnpublished')}
      </text>
      {cards.map((card, index) => {
        const label = labels[index];
        return (
          label && (
            <Link key={card.id} href={`/catalog/${card.id}`} prefetch={false} aria-label={card.name}>
              <FamilyMark x={label.x} y={y} architecture={card.verified.architecture.value} isHollow />
              <text x={label.labelX} y={label.labelY} className={labelClass}>
                {label.text}
              </text>
            </Link>
          )
        );
      })}
    </g>
  );
}

/** The joined sizes with their marks. */
function lineBox(points: readonly ScalePoint[]): Box {
  const xs = points.map(({ parameters }) => xOf(parameters));
  const y = yOf(points[0]?.tokens ?? 0);
  return { left: Math.min(...xs) - 6, right: Math.max(...xs) + 6, top: y - 6, bottom: y + 6 };
}

function Plot({ data }: { data: ScaleData }) {
  const t = useTranslations('catalog');
  const groups = [...Map.groupBy(data.points, ({ card, tokens }) => `${card.id} ${tokens}`).values()];
  const labels = placeLabels(
    groups.flatMap((points) => {
      const last = points.at(-1);
      return last ? { text: shortName(last.card), x: xOf(last.parameters), y: yOf(last.tokens) } : [];
    }),
    size.width - size.right,
    [...groups.map(lineBox), ...chinchillaBoxes],
  );
  return (
    <svg width={size.width} height={size.height}>
      <title>{t('views.scale')}</title>
      <ScaleAxes />
      {labels.map(({ text, x, y, labelX, labelY }) => (
        <g key={`${text} ${x} ${y}`} aria-hidden>
          {Math.abs(labelY - y - 4) > 1 && (
            <line
              x1={x}
              y1={y}
              x2={labelX > x ? labelX - 2 : labelX + text.length * 6}
              y2={labelY - 4}
              className="stroke-line-strong"
            />
          )}
          <text x={labelX} y={labelY} className={labelClass}>
            {text}
          </text>
        </g>
      ))}
      {groups.map((points) => (
        <Sizes key={`${points[0]?.card.id} ${points[0]?.tokens}`} points={points} />
      ))}
      <WithoutTokens cards={data.withoutTokens} />
      <TokenTicks />
    </svg>
  );
}

/** How big each model was and how much it read, against what would have been the best use of the computing. */
export function ScalePicture({ data }: { data: ScaleData }) {
  const t = useTranslations('catalog');
  const words = useCardWords();
  return (
    <div className="flex flex-col gap-4">
      <p className="max-w-prose text-soft">{t('pictures.scaleIntro')}</p>
      <SvgFigure
        fileName="baijia-size-and-data"
        legend={
          <>
            <FamilyLegend />
            <LegendEntry text={t('pictures.hollow')}>
              <circle cx="8" cy="8" r="4.5" className="fill-panel stroke-ink" />
            </LegendEntry>
          </>
        }
      >
        <Plot data={data} />
      </SvgFigure>
      <p className="max-w-prose text-soft">
        {t('pictures.unpublished')} <CardLinks cards={data.unpublished} />
      </p>
      <DataTable
        columns={[
          t('table.columns.name'),
          t('fields.parameters'),
          t('table.columns.trainingTokens'),
          t('pictures.ratio'),
        ]}
        rows={[
          ...data.points.map(({ card, parameters, tokens, isCorpus }) => ({
            id: `${card.id} ${parameters}`,
            cells: [
              card.name,
              words.billions(parameters),
              isCorpus ? t('pictures.corpus', { tokens: words.billions(tokens) }) : words.billions(tokens),
              isCorpus ? '–' : words.count(Math.round((tokens / parameters) * 10) / 10),
            ],
          })),
          ...[...data.withoutTokens, ...data.unpublished].map((card) => ({
            id: card.id,
            cells: [
              card.name,
              words.list(card.verified.parameters.value.map(words.billions)) || t('notPublished'),
              t('notPublished'),
              '–',
            ],
          })),
        ]}
      />
    </div>
  );
}
