'use client';

import { useFormatter, useTranslations } from 'next-intl';
import type { JudgeBallot } from '#components/judge/judge-types.ts';
import { Button } from '#components/ui/button.tsx';
import { Kbd } from '#components/ui/kbd.tsx';
import type { Lane } from '#lib/arena/schema.ts';
import { type ExclusionReason, exclusionReasons } from '#lib/preferences/exclusions.ts';
import type { PairVotes, TurnVotes } from '#lib/preferences/pair-votes-schema.ts';

type Props = {
  /** With their names: the ballot is in. */
  lanes: readonly Lane[];
  ballot: JudgeBallot;
  /** Who made the models, in the order of the lanes, as far as known. */
  makers: readonly (string | null)[];
  /** Null while they are on their way, or cannot be had. */
  votes: TurnVotes | null;
  onNext: () => void;
};

const isKnown = (reason: string): reason is ExclusionReason =>
  exclusionReasons.some((known) => known === reason);

/** The vote in words, with names, and what others said of the same models. */
export function BattleOutcome({ lanes, ballot, makers, votes, onNext }: Props) {
  const t = useTranslations('battle');
  const excluded = votes?.excluded.filter(isKnown) ?? [];
  return (
    <section
      aria-label={t('outcome.title')}
      className="flex flex-wrap items-center gap-x-4 gap-y-1 rounded-lg border border-line bg-panel px-3 py-2"
    >
      <div className="min-w-0 flex-1 max-sm:basis-full">
        <p role="status" className="font-medium">
          <Verdict lanes={lanes} ballot={ballot} />
        </p>
        <p className="text-sm text-soft empty:hidden">
          <Makers lanes={lanes} makers={makers} />
        </p>
        {votes?.pairs.map((pair) => (
          <p key={pair.laneA + pair.laneB} className="tabular text-sm text-soft">
            <PairLine lanes={lanes} pair={pair} />
          </p>
        ))}
        {excluded.map((reason) => (
          <p key={reason} className="text-sm text-warn">
            {t(`excluded.${reason}`)}
          </p>
        ))}
      </div>
      <Button tone="primary" onClick={onNext} aria-keyshortcuts="n">
        {t('next')}
        <Kbd className="max-sm:hidden">N</Kbd>
      </Button>
    </section>
  );
}

function Verdict({ lanes, ballot }: Pick<Props, 'lanes' | 'ballot'>) {
  const t = useTranslations('battle.outcome');
  const format = useFormatter();
  const nameOf = (laneId: string) => {
    const lane = lanes.find(({ id }) => id === laneId);
    return lane ? `${lane.label}: ${lane.name}` : '';
  };
  if (ballot.allBad) return t('allBad', { count: lanes.length });
  const [top = [], ...rest] = ballot.ranking;
  if (top.length === 0) return t('noted');
  const names = format.list(top.map(nameOf));
  if (rest.length === 0 && top.length > 1) return t('tie', { names });
  return t('preferred', { names });
}

function Makers({ lanes, makers }: Pick<Props, 'lanes' | 'makers'>) {
  const t = useTranslations('battle.outcome');
  const format = useFormatter();
  const known = lanes.flatMap(({ name }, place) => {
    const maker = makers[place];
    return name !== null && maker ? [t('maker', { name, maker })] : [];
  });
  return known.length === 0 ? null : format.list(known, { type: 'unit' });
}

function PairLine({ lanes, pair }: { lanes: readonly Lane[]; pair: PairVotes }) {
  const t = useTranslations('battle.outcome');
  const nameOf = (laneId: string) => lanes.find(({ id }) => id === laneId)?.name ?? '';
  const { winsA, winsB, ties, bothBad } = pair;
  const [a, b] = [nameOf(pair.laneA), nameOf(pair.laneB)];
  return t('votes', { total: winsA + winsB + ties + bothBad, a, b, winsA, winsB, ties, bothBad });
}
