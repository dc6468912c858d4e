import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { CardSection } from '#components/catalog/card-section.tsx';
import { RatingHere } from '#components/catalog/rating-here.tsx';
import { textLinkClass } from '#components/catalog/text-link.ts';
import type { ServingEndpoint } from '#lib/catalog/card-answer.ts';
import type { BoardRow } from '#lib/rating/leaderboard.ts';

type Props = {
  /** Null when it could not be read. */
  standing: { row: BoardRow | null; endpoints: readonly ServingEndpoint[] } | null;
};

/** The model in this installation: how it is rated by the ballots here, and the endpoints that ask it. */
export function StandingSection({ standing }: Props) {
  const t = useTranslations('catalog.here');
  if (standing === null) {
    return (
      <CardSection level={2} title={t('title')}>
        <p className="text-soft text-sm">{t('failed')}</p>
      </CardSection>
    );
  }
  const { row, endpoints } = standing;
  return (
    <CardSection level={2} title={t('title')}>
      <p>
        <RatingHere row={row} />
      </p>
      {row && (
        <Link href="/leaderboard?by=card" prefetch={false} className={`${textLinkClass} self-start`}>
          {t('board')}
        </Link>
      )}
      {endpoints.length > 0 && (
        <>
          <h3 className="mt-1 text-soft text-sm">{t('endpoints')}</h3>
          <ul className="flex flex-col gap-0.5">
            {endpoints.map(({ id, name, model, isSuccessor }) => (
              <li key={id} className="break-words">
                {name} <span className="break-all font-mono text-faint text-xs">{model}</span>
                {isSuccessor && <span className="text-faint text-sm"> · {t('isSuccessor')}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
    </CardSection>
  );
}
