import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { CardLinks } from '#components/catalog/card-links.tsx';
import { DataTable } from '#components/catalog/data-table.tsx';
import { FamilyLegend } from '#components/catalog/family-legend.tsx';
import { FamilyMark } from '#components/catalog/family-mark.tsx';
import { shortName } from '#components/catalog/short-name.ts';
import { SvgFigure } from '#components/catalog/svg-figure.tsx';
import { cn } from '#components/ui/class-names.ts';
import type { Card } from '#lib/catalog/schema.ts';
import { layOutTimeline, makerOf, otherMakers, type TimelineGroup } from '#lib/catalog/timeline-layout.ts';

const size = { width: 1320, left: 120, right: 150, top: 28, row: 24 };
const years = [2018, 2019, 2020, 2021, 2022, 2023, 2024];
// The first two years hold few releases and the last three nearly all: each gets the room it needs.
const room = [0.6, 0.6, 1, 1.5, 2.4, 1.5];
const total = room.reduce((sum, share) => sum + share, 0);

function yearX(index: number): number {
  const share = room.slice(0, index).reduce((sum, part) => sum + part, 0) / total;
  return size.left + share * (size.width - size.left - size.right);
}

function timeX(time: number): number {
  const year = new Date(time).getUTCFullYear();
  const index = Math.min(Math.max(year - 2018, 0), room.length - 1);
  const start = Date.UTC(2018 + index, 0, 1);
  const part = (time - start) / (Date.UTC(2019 + index, 0, 1) - start);
  return yearX(index) + Math.min(part, 1) * (yearX(index + 1) - yearX(index));
}

const rowY = (row: number) => size.top + row * size.row + size.row / 2;

function Group({ group }: { group: TimelineGroup }) {
  const y = (row: number) => rowY(group.firstRow + row);
  return (
    <g>
      <line x1="0" x2={size.width} y1={y(-0.5)} y2={y(-0.5)} className="stroke-line" />
      {group.items.map(({ card, x, xEnd, row }) => (
        <Link key={card.id} href={`/catalog/${card.id}`} prefetch={false} aria-label={card.name}>
          {xEnd > x && (
            <line
              x1={x}
              x2={xEnd}
              y1={y(row) + 9}
              y2={y(row) + 9}
              strokeWidth="2"
              className="stroke-line-strong"
            />
          )}
          <FamilyMark x={x} y={y(row)} architecture={card.verified.architecture.value} />
          <text x={x + 9} y={y(row) + 4} className="fill-ink text-xs">
            {shortName(card)}
          </text>
        </Link>
      ))}
    </g>
  );
}

type LabelsProps = { groups: readonly TimelineGroup[]; labelOf: (name: string) => string; height: number };

/** The names of the rows, which stay in sight while the picture is scrolled sideways. */
function RowLabels({ groups, labelOf, height }: LabelsProps) {
  return (
    <g style={{ transform: 'translateX(var(--scrolled, 0px))' }}>
      <rect x="-8" y="20" width={size.left} height={height - 20} className="fill-panel" />
      {groups.map(({ name, firstRow }) => (
        <g key={name}>
          <line
            x1="0"
            x2={size.left - 8}
            y1={rowY(firstRow - 0.5)}
            y2={rowY(firstRow - 0.5)}
            className="stroke-line"
          />
          <text x="4" y={rowY(firstRow) + 4} className="fill-soft font-medium text-xs">
            {labelOf(name)}
          </text>
        </g>
      ))}
    </g>
  );
}

type Props = { cards: readonly Card[]; by: 'maker' | 'family' };

/** When each model came out, by maker or by architecture family. */
export function TimelinePicture({ cards, by }: Props) {
  const t = useTranslations('catalog');
  const labelOf = (name: string) => (name === otherMakers ? t('pictures.otherMakers') : name);
  const timeline = layOutTimeline(cards, {
    group: by === 'maker' ? makerOf : ({ verified }) => t(`architecture.${verified.architecture.value}`),
    x: timeX,
    labelWidth: (card) => shortName(card).length * 7 + 16,
  });
  const height = size.top + timeline.rows * size.row + 4;
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="max-w-prose text-soft">{t('pictures.timelineIntro')}</p>
        <GroupChoice by={by} />
      </div>
      <SvgFigure fileName="baijia-timeline" legend={<FamilyLegend />}>
        <svg width={size.width} height={height}>
          <title>{t('views.timeline')}</title>
          {years.map((year, index) => (
            <g key={year}>
              <line x1={yearX(index)} x2={yearX(index)} y1="20" y2={height} className="stroke-line" />
              <text x={yearX(index) + 4} y="14" className="fill-faint text-xs">
                {year}
              </text>
            </g>
          ))}
          {timeline.groups.map((group) => (
            <Group key={group.name} group={group} />
          ))}
          <RowLabels groups={timeline.groups} labelOf={labelOf} height={height} />
        </svg>
      </SvgFigure>
      {timeline.undated.length > 0 && (
        <p className="text-soft">
          {t('pictures.undated')} <CardLinks cards={timeline.undated} />
        </p>
      )}
      <DataTable
        columns={[
          t('table.columns.releaseDate'),
          t('table.columns.name'),
          t('table.columns.organisation'),
          t('table.columns.architecture'),
        ]}
        rows={cards.map(({ id, name, verified }) => ({
          id,
          cells: [
            verified.releaseDate.value ?? '–',
            name,
            verified.organisation.value.join(', '),
            t(`architecture.${verified.architecture.value}`),
          ],
        }))}
      />
    </div>
  );
}

function GroupChoice({ by }: { by: Props['by'] }) {
  const t = useTranslations('catalog.pictures');
  return (
    <nav aria-label={t('groupBy')} className="inline-flex rounded-md border border-line bg-panel p-0.5">
      {(['maker', 'family'] as const).map((value) => (
        <Link
          key={value}
          href={value === 'maker' ? '/catalog/timeline' : '/catalog/timeline?by=family'}
          prefetch={false}
          aria-current={value === by ? 'true' : undefined}
          className={cn(
            'flex h-7 items-center rounded-sm px-2 text-sm touch:h-10',
            value === by ? 'bg-selected font-medium' : 'text-soft hover:text-ink',
          )}
        >
          {t(value === 'maker' ? 'byMaker' : 'byFamily')}
        </Link>
      ))}
    </nav>
  );
}
