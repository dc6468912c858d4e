'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { Explain } from '#components/leaderboard/explain.tsx';
import { useBoardNumbers } from '#components/leaderboard/use-board-numbers.ts';
import type { BoardRobustness } from '#lib/rating/board-answer.ts';

type Props = {
  robustness: BoardRobustness;
  /** Whether ties count otherwise in it than on the board. */
  isOnOtherTies: boolean;
};

/** How firmly the first place stands. */
export function TopChangeNote({ robustness, isOnOtherTies }: Props) {
  const t = useTranslations('leaderboard.topChange');
  const format = useFormatter();
  const numbers = useBoardNumbers();
  const { topChange } = robustness;
  if (topChange === null) return <p className="text-soft">{t('none')}</p>;
  const { leader, challenger, votes, share } = topChange;
  return (
    <p className="text-soft">
      <Explain text={t('explain')}>
        {t('some', {
          votes,
          number: format.number(votes),
          share: numbers.percent(share),
          challenger: challenger.name,
          leader: leader.name,
        })}
      </Explain>
      {isOnOtherTies && ` ${t('halfTies')}`}
    </p>
  );
}
