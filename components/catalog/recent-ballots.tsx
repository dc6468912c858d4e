import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { CardSection } from '#components/catalog/card-section.tsx';
import { textLinkClass } from '#components/catalog/text-link.ts';
import { OutcomeBadge } from '#components/results/outcome-badge.tsx';
import { LocalTime } from '#components/ui/local-time.tsx';
import type { Preference } from '#lib/preferences/log-schema.ts';

type Props = {
  cardId: string;
  /** Null when it could not be read. */
  log: { data: readonly Preference[]; count: { value: number; exact: boolean } } | null;
};

/** The latest judgements made here on answers of this model. */
export function RecentBallots({ cardId, log }: Props) {
  const t = useTranslations('catalog.ballots');
  if (log === null) {
    return (
      <CardSection level={2} title={t('title')}>
        <p className="text-soft text-sm">{t('failed')}</p>
      </CardSection>
    );
  }
  const { data: ballots, count } = log;
  return (
    <CardSection level={2} title={t('title')}>
      {ballots.length === 0 ? (
        <p className="text-faint text-sm">{t('none')}</p>
      ) : (
        <>
          <ul className="flex flex-col divide-y divide-line">
            {ballots.map((ballot) => (
              <li key={ballot.id} className="flex flex-col gap-1 py-2 first:pt-0">
                <Link
                  href={`/results/${ballot.id}`}
                  prefetch={false}
                  dir="auto"
                  className="line-clamp-2 hover:underline"
                >
                  {ballot.turn.prompt}
                </Link>
                <span className="flex items-center justify-between gap-2 text-faint text-xs">
                  <LocalTime iso={ballot.ballot.createdAt} />
                  <OutcomeBadge outcome={ballot.outcome} />
                </span>
              </li>
            ))}
          </ul>
          <Link href={`/results?card=${cardId}`} prefetch={false} className={textLinkClass}>
            {t('all', { count: count.exact ? `${count.value}` : `${count.value}+` })}
          </Link>
        </>
      )}
    </CardSection>
  );
}
