import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { CardSection } from '#components/catalog/card-section.tsx';
import { IntervalMark } from '#components/catalog/interval-mark.tsx';
import type { ArenaEntry } from '#lib/catalog/arena-history-schema.ts';

type Props = {
  entries: readonly ArenaEntry[];
  /** Models and votes that were rated together, and the day up to which votes count. */
  board: { models: number; votes: number; until: string };
};

/** How the model did in the public arena, with its 95 % interval on one axis for all rows. */
export function ArenaSection({ entries, board }: Props) {
  const t = useTranslations('catalog.arena');
  const format = useFormatter();
  const locale = useLocale();
  if (entries.length === 0) return null;
  const low = Math.min(...entries.map(({ lower }) => lower)) - 10;
  const high = Math.max(...entries.map(({ upper }) => upper)) + 10;
  return (
    <CardSection level={2} title={t('title')}>
      <ul className="flex flex-col divide-y divide-line">
        {entries.map((entry) => (
          <li key={entry.name} className="flex flex-col gap-1 py-2 first:pt-0 last:pb-0">
            <p className="flex flex-wrap items-baseline justify-between gap-x-3">
              <span className="break-all font-mono text-xs">{entry.name}</span>
              <span className="tabular">
                <strong className="font-semibold">{entry.rating}</strong>{' '}
                <span className="text-faint text-sm">
                  {t('interval', { lower: entry.lower, upper: entry.upper })}
                </span>
              </span>
            </p>
            <IntervalMark
              value={entry.rating}
              lower={entry.lower}
              upper={entry.upper}
              low={low}
              high={high}
            />
            <p className="tabular text-faint text-sm">
              {t('record', {
                battles: format.number(entry.battles),
                rank:
                  entry.rankLower === entry.rankUpper
                    ? `${entry.rankLower}`
                    : `${entry.rankLower}–${entry.rankUpper}`,
                models: board.models,
              })}
            </p>
            {entry.note && <p className="text-soft text-sm">{entry.note[locale]}</p>}
          </li>
        ))}
      </ul>
      <p className="text-faint text-xs">
        {t('method', {
          votes: format.number(board.votes),
          date: format.dateTime(new Date(board.until), { dateStyle: 'long', timeZone: 'UTC' }),
        })}
      </p>
    </CardSection>
  );
}
