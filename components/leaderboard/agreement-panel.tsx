'use client';

import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Explain } from '#components/leaderboard/explain.tsx';
import { type Screening, ScreeningRow } from '#components/leaderboard/screening-row.tsx';
import { useBoardNumbers } from '#components/leaderboard/use-board-numbers.ts';
import type { BoardAgreement } from '#lib/rating/board-answer.ts';

/** How far raters agree, and what sways them. */
type Props = { agreement: BoardAgreement; screening: Screening };

export function AgreementPanel({ agreement, screening }: Props) {
  const t = useTranslations('leaderboard');
  const format = useFormatter();
  const { raters, sharedItems, sample } = agreement;
  return (
    <div className="flex flex-col gap-3">
      <p className="text-soft">
        {sharedItems === 0 ? t('agreement.alone') : t('agreement.raters', { raters, items: sharedItems })}
      </p>
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2">
        {sharedItems > 0 && <Coefficients agreement={agreement} />}
        <Measure name={t('agreement.position')} text={t('explain.position')}>
          <BiasWords bias={agreement.position} />
        </Measure>
        <Measure name={t('agreement.length')} text={t('explain.length')}>
          <BiasWords bias={agreement.length} />
        </Measure>
        <Measure name={t('agreement.consistency')} text={t('explain.consistency')}>
          <ConsistencyWords consistency={agreement.consistency} />
        </Measure>
        <Measure name={t('screening.title')} text={t('explain.screening')}>
          <ScreeningRow found={agreement.screening} screening={screening} />
        </Measure>
      </dl>
      {!sample.isAll && (
        <p className="text-soft text-sm">{t('agreement.sample', { votes: format.number(sample.votes) })}</p>
      )}
    </div>
  );
}

function Coefficients({ agreement }: { agreement: BoardAgreement }) {
  const t = useTranslations('leaderboard');
  const format = useFormatter();
  const numbers = useBoardNumbers();
  const value = (coefficient: number | null) =>
    coefficient === null
      ? t('agreement.none')
      : format.number(coefficient, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const { percent, percentWithoutTies, alpha, cohen, fleiss } = agreement;
  return (
    <>
      <Measure name={t('agreement.percent')} text={t('explain.percent')}>
        {t('agreement.withoutTies', {
          share: numbers.percent(percent.share),
          other: numbers.percent(percentWithoutTies.share),
        })}
      </Measure>
      <Measure name={t('agreement.alpha')} text={t('explain.alpha')}>
        {value(alpha)}
      </Measure>
      {agreement.raters === 2 && (
        <Measure name={t('agreement.cohen')} text={t('explain.cohen')}>
          {value(cohen?.kappa ?? null)}
        </Measure>
      )}
      {fleiss !== null && (
        <Measure name={t('agreement.fleiss')} text={t('explain.fleiss')}>
          {value(fleiss)}
        </Measure>
      )}
    </>
  );
}

function BiasWords({ bias }: { bias: BoardAgreement['position'] }) {
  const t = useTranslations('leaderboard.agreement');
  const format = useFormatter();
  const numbers = useBoardNumbers();
  if (bias.share === null) return t('noVotes');
  const [lower, upper] = bias.interval;
  return t('bias', {
    share: numbers.percent(bias.share),
    votes: bias.votes,
    lower: numbers.percent(lower),
    upper: numbers.percent(upper),
    p:
      bias.pValue < 0.001
        ? `< ${format.number(0.001)}`
        : format.number(bias.pValue, { maximumFractionDigits: 3 }),
  });
}

function ConsistencyWords({ consistency }: Pick<BoardAgreement, 'consistency'>) {
  const t = useTranslations('leaderboard.agreement');
  const numbers = useBoardNumbers();
  const [lower, upper] = consistency.interval;
  if (consistency.share === null) return t('noSwap');
  return t('consistent', {
    share: numbers.percent(consistency.share),
    pairs: consistency.pairs,
    lower: numbers.percent(lower),
    upper: numbers.percent(upper),
  });
}

function Measure({ name, text, children }: { name: string; text: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-soft">
        <Explain text={text}>{name}</Explain>
      </dt>
      <dd className="tabular">{children}</dd>
    </>
  );
}
