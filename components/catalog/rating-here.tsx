import { useFormatter, useTranslations } from 'next-intl';
import type { BoardRow } from '#lib/rating/leaderboard.ts';

/** How a model stands on this installation's own board, or why it does not. */
export function RatingHere({ row }: { row: BoardRow | null }) {
  const t = useTranslations('leaderboard');
  const tHere = useTranslations('catalog.here');
  const format = useFormatter();
  const whole = (value: number) => format.number(value, { maximumFractionDigits: 0 });
  if (row?.status !== 'ranked') {
    return (
      <span className="text-soft">
        {tHere('none', { reason: t(`reasons.${row?.reason ?? 'no-battles'}`) })}
      </span>
    );
  }
  const { rankLower, rankUpper, lower, upper } = row;
  const from = whole(rankLower ?? row.rank);
  const to = whole(rankUpper ?? row.rank);
  return (
    <span className="tabular">
      <strong className="font-semibold">{whole(row.rating)}</strong>{' '}
      {lower !== null && upper !== null && (
        <span className="text-faint text-sm">{t('range', { lower: whole(lower), upper: whole(upper) })}</span>
      )}
      <span className="block text-faint text-sm">
        {tHere('record', {
          battles: format.number(row.battles, { maximumFractionDigits: 0 }),
          rank: from === to ? from : t('rankRange', { from, to }),
        })}
      </span>
    </span>
  );
}
