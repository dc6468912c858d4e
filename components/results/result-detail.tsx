'use client';

import ExternalLink from 'lucide-react/icons/external-link';
import LinkIcon from 'lucide-react/icons/link';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { type ReactNode, useRef, useState } from 'react';
import { AnswerTools, type AnswerView } from '#components/results/answer-tools.tsx';
import { useBallotWords } from '#components/results/ballot-words.ts';
import { OutcomeBadge } from '#components/results/outcome-badge.tsx';
import { placeLanes } from '#components/results/placed-lanes.ts';
import { ResultAnswer } from '#components/results/result-answer.tsx';
import { useExclusionName } from '#components/results/use-exclusion-name.ts';
import { useTextHighlights } from '#components/results/use-text-highlights.ts';
import '#components/results/results.css';
import { Badge } from '#components/ui/badge.tsx';
import { Button, buttonClass } from '#components/ui/button.tsx';
import { LocalTime } from '#components/ui/local-time.tsx';
import { showToast } from '#components/ui/toast.ts';
import type { Preference } from '#lib/preferences/log-schema.ts';
import { localRaterId } from '#lib/rater.ts';

type Props = {
  preference: Preference;
  comparisonHref: string;
  headingLevel: 'h1' | 'h2';
  /** Folded search terms, marked where they stand. */
  terms?: readonly string[];
  /** Leads to the records beside it. */
  moves?: ReactNode;
  /** What is fetched only when somebody looks: history, requests. */
  further: ReactNode;
  /** What people put on it by hand. */
  marks: ReactNode;
};

const noTerms: readonly string[] = [];

/** One record of the log: the prompt, the judgement in words, the answers side by side. */
export function ResultDetail(props: Props) {
  const { preference, headingLevel: Heading, terms = noTerms, further, marks } = props;
  const t = useTranslations('results');
  const words = useBallotWords();
  const [view, setView] = useState<AnswerView>('markdown');
  const root = useRef<HTMLElement>(null);
  useTextHighlights(root, terms);
  return (
    <article ref={root} className="flex flex-col gap-4">
      <header className="flex flex-col gap-3">
        <DetailBar {...props} />
        <Heading className="sr-only">{t('detailTitle')}</Heading>
        <div className="max-h-64 overflow-y-auto rounded-lg border border-line bg-panel p-4">
          <p dir="auto" className="max-w-prose whitespace-pre-wrap break-words text-lg">
            {preference.turn.prompt}
          </p>
        </div>
      </header>
      <section aria-label={t('judgement')} className="flex flex-col gap-1">
        <p className="flex flex-wrap items-center gap-2">
          <OutcomeBadge outcome={preference.outcome} />
          <span className="font-medium">{words(preference)}</span>
        </p>
        {preference.ballot.comment && (
          <blockquote
            dir="auto"
            className="whitespace-pre-wrap break-words border-line border-l-2 pl-3 text-soft"
          >
            {preference.ballot.comment}
          </blockquote>
        )}
      </section>
      {marks}
      <AnswerTools preference={preference} view={view} onView={setView} />
      <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,20rem),1fr))] items-start gap-4">
        {placeLanes(preference).map((lane) => (
          <ResultAnswer
            key={lane.laneId}
            lane={lane}
            rating={preference.ballot.ratings[lane.laneId] ?? {}}
            headingLevel={Heading === 'h1' ? 'h2' : 'h3'}
            view={view}
          />
        ))}
      </div>
      {further}
    </article>
  );
}

function DetailBar({ preference, comparisonHref, moves }: Props) {
  const t = useTranslations('results');
  return (
    <div className="flex flex-wrap items-center justify-between gap-2">
      <Facts preference={preference} />
      <div className="flex flex-wrap items-center gap-2">
        <CopyLink id={preference.id} />
        <Link href={comparisonHref} className={buttonClass('plain', 'sm')}>
          <ExternalLink aria-hidden />
          {t('openComparison')}
        </Link>
        {moves}
      </div>
    </div>
  );
}

function Facts({ preference: { ballot, excluded, raterId, turn } }: { preference: Preference }) {
  const t = useTranslations('results');
  const tStrengths = useTranslations('judge.strengths');
  const exclusionName = useExclusionName();
  const { strength } = ballot;
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-soft text-sm">
      <LocalTime iso={ballot.createdAt} dateStyle="long" className="tabular" />
      <Badge>{t(`modes.${ballot.mode}`)}</Badge>
      {(strength === 1 || strength === 2 || strength === 3) && <Badge>{tStrengths(`${strength}`)}</Badge>}
      {raterId !== localRaterId && <bdi className="break-all">{t('ratedBy', { rater: raterId })}</bdi>}
      {turn.index > 0 && <span>{t('turn', { turn: turn.index + 1 })}</span>}
      {ballot.revision > 1 && <span>{t('revision', { revision: ballot.revision })}</span>}
      {ballot.durationMs !== null && (
        <span className="tabular">{t('took', { seconds: Math.round(ballot.durationMs / 1000) })}</span>
      )}
      {excluded.length > 0 && (
        <Badge tone="warn">{t('excluded', { reasons: excluded.map(exclusionName).join(', ') })}</Badge>
      )}
    </p>
  );
}

function CopyLink({ id }: { id: string }) {
  const t = useTranslations('results');
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(new URL(`/results/${id}`, location.href).href);
      showToast({ title: t('linkCopied'), tone: 'good' });
    } catch {
      showToast({ title: t('copyFailed'), tone: 'bad' });
    }
  }
  return (
    <Button size="sm" onClick={() => void copy()}>
      <LinkIcon aria-hidden />
      {t('copyLink')}
    </Button>
  );
}
