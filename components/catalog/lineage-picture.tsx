import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { CardLinks } from '#components/catalog/card-links.tsx';
import { DataTable } from '#components/catalog/data-table.tsx';
import { LegendEntry } from '#components/catalog/family-legend.tsx';
import { shortName } from '#components/catalog/short-name.ts';
import { SvgFigure } from '#components/catalog/svg-figure.tsx';
import type { LineageEdge, LineageLayout, LineagePlace } from '#lib/catalog/lineage-layout.ts';
import type { Card } from '#lib/catalog/schema.ts';

const step = { x: 220, y: 34 };
const box = { width: 180, height: 26 };

function Edge({ from, to, edge }: { from: LineagePlace; to: LineagePlace; edge: LineageEdge }) {
  const x1 = from.column * step.x + box.width + 4;
  const y1 = from.row * step.y + box.height / 2 + 4;
  const x2 = to.column * step.x + 4;
  const y2 = to.row * step.y + box.height / 2 + 4;
  const bend = x2 > x1 ? (x2 - x1) / 2 : 24;
  return (
    <path
      d={`M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`}
      fill="none"
      strokeWidth={edge.isChatGptLine ? 2.5 : 1.25}
      {...(edge.isStatedOnly ? { strokeDasharray: '5 4' } : {})}
      className={edge.isChatGptLine ? 'stroke-ink' : 'stroke-line-strong'}
    />
  );
}

/** How far a model was taken after its first training: one bar for instructions, two for conversation. */
const barsOf: Partial<Record<Card['kind'], number>> = { instruct: 1, chat: 2 };

function Bars({ x, y, count }: { x: number; y: number; count: number }) {
  const bar = 'h3v14h-3z';
  return <path d={`M${x} ${y}${bar}${count > 1 ? `m5 0${bar}` : ''}`} className="fill-ink" />;
}

function Place({ place: { card, column, row } }: { place: LineagePlace }) {
  const bars = barsOf[card.kind] ?? 0;
  return (
    <Link href={`/catalog/${card.id}`} prefetch={false} aria-label={card.name}>
      <rect
        x={column * step.x + 4}
        y={row * step.y + 4}
        width={box.width}
        height={box.height}
        rx="6"
        className="fill-raised stroke-line-strong"
      />
      {bars > 0 && <Bars x={column * step.x + 10} y={row * step.y + 10} count={bars} />}
      <text x={column * step.x + 24} y={row * step.y + 21} className="fill-ink text-xs">
        {shortName(card)}
      </text>
    </Link>
  );
}

/** Who came from whom; the document's line from GPT-3 to ChatGPT is drawn strong. */
export function LineagePicture({ layout }: { layout: LineageLayout }) {
  const t = useTranslations('catalog');
  const places = new Map(layout.places.map((place) => [place.card.id, place]));
  const width = (layout.columns - 1) * step.x + box.width + 8;
  const height = (layout.rows - 1) * step.y + box.height + 8;
  const names = (ids: readonly string[]) =>
    ids.map((id) => places.get(id)?.card.name ?? id).join(', ') || '–';
  return (
    <div className="flex flex-col gap-4">
      <p className="max-w-prose text-soft">{t('pictures.lineageIntro')}</p>
      <SvgFigure
        fileName="baijia-lineage"
        legend={
          <>
            <LegendEntry text={t('pictures.verifiedEdge')}>
              <path d="M0 8H16" strokeWidth="1.25" className="stroke-line-strong" />
            </LegendEntry>
            <LegendEntry text={t('pictures.statedEdge')}>
              <path d="M0 8H16" strokeWidth="1.25" strokeDasharray="5 4" className="stroke-line-strong" />
            </LegendEntry>
            <LegendEntry text={t('kind.instruct')}>
              <Bars x={6} y={1} count={1} />
            </LegendEntry>
            <LegendEntry text={t('kind.chat')}>
              <Bars x={4} y={1} count={2} />
            </LegendEntry>
            <LegendEntry text={t('pictures.chatGptLine')}>
              <path d="M0 8H16" strokeWidth="2.5" className="stroke-ink" />
            </LegendEntry>
          </>
        }
      >
        <svg width={width} height={height}>
          <title>{t('views.lineage')}</title>
          {layout.edges.map((edge) => {
            const from = places.get(edge.from);
            const to = places.get(edge.to);
            return from && to && <Edge key={`${edge.from} ${edge.to}`} from={from} to={to} edge={edge} />;
          })}
          {layout.places.map((place) => (
            <Place key={place.card.id} place={place} />
          ))}
        </svg>
      </SvgFigure>
      <p className="text-soft">
        {t('pictures.alone')} <CardLinks cards={layout.alone} />
      </p>
      <DataTable
        columns={[
          t('table.columns.name'),
          t('table.columns.kind'),
          t('parents'),
          t('pictures.statedParents'),
          t('children'),
        ]}
        rows={layout.places.map(({ card }) => ({
          id: card.id,
          cells: [
            card.name,
            t(`kind.${card.kind}`),
            names(card.verified.basedOn.value),
            names(
              layout.edges
                .filter(({ to, isStatedOnly }) => to === card.id && isStatedOnly)
                .map(({ from }) => from),
            ),
            names(
              layout.edges
                .filter(({ from, isStatedOnly }) => from === card.id && !isStatedOnly)
                .map(({ to }) => to),
            ),
          ],
        }))}
      />
    </div>
  );
}
