'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { LaneLetter } from '#components/lane-letter/lane-letter.tsx';
import { useBallotWords } from '#components/results/ballot-words.ts';
import { useExclusionName } from '#components/results/use-exclusion-name.ts';
import { LocalTime } from '#components/ui/local-time.tsx';
import type { PreferenceHistory, Revision } from '#lib/preferences/history-schema.ts';
import type { Preference } from '#lib/preferences/log-schema.ts';

type Props = { preference: Preference; history: PreferenceHistory };

/** How the ballot came about, why it does not count, and what each lane was really sent. */
export function HistoryParts({ preference, history: { revisions, exclusions, requests } }: Props) {
  const t = useTranslations('results.history');
  const exclusionName = useExclusionName();
  return (
    <div className="flex flex-col gap-6">
      <Part title={t('revisions')}>
        {revisions.length === 0 && <p className="text-soft">{t('noRevisions')}</p>}
        <ol className="flex flex-col gap-2">
          {revisions.map((revision) => (
            <RevisionItem key={revision.revision} preference={preference} revision={revision} />
          ))}
        </ol>
      </Part>
      <Part title={t('exclusions')}>
        {exclusions.length === 0 && <p className="text-soft">{t('counts')}</p>}
        <ul className="flex flex-col gap-1">
          {exclusions.map(({ reason, source, createdAt }) => (
            <li key={reason} className="flex flex-wrap gap-x-3">
              <LocalTime iso={createdAt} dateStyle="short" className="tabular text-faint text-sm" />
              <span className="break-words">{exclusionName(reason)}</span>
              <span className="text-soft text-sm">{source === 'vote' ? t('atVote') : source}</span>
            </li>
          ))}
        </ul>
      </Part>
      <Part title={t('requests')}>
        <ul className="flex flex-col gap-3">
          {requests.map(({ laneId, model, request }) => {
            const lane = preference.lanes.find((one) => one.laneId === laneId);
            return (
              <li key={laneId} className="flex min-w-0 flex-col gap-1">
                <p className="flex items-center gap-2">
                  {lane && <LaneLetter label={lane.label} />}
                  <span className="truncate font-mono text-sm">{model}</span>
                </p>
                <Json value={request} empty={t('noRequest')} />
              </li>
            );
          })}
        </ul>
      </Part>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-2">
      <h3 className="font-semibold">{title}</h3>
      {children}
    </section>
  );
}

function RevisionItem({ preference, revision }: { preference: Preference; revision: Revision }) {
  const t = useTranslations('results');
  const words = useBallotWords();
  const then = { ...preference, ballot: { ...preference.ballot, ...revision } };
  const outcome = revision.allBad
    ? 'all-bad'
    : preference.outcome === 'all-bad'
      ? 'unranked'
      : preference.outcome;
  return (
    <li className="flex flex-col gap-0.5">
      <span className="flex flex-wrap gap-x-3">
        <span className="tabular text-soft text-sm">{t('revision', { revision: revision.revision })}</span>
        <LocalTime iso={revision.createdAt} dateStyle="short" className="tabular text-faint text-sm" />
        <span>{words({ ...then, outcome })}</span>
      </span>
      {revision.comment && (
        <span dir="auto" className="whitespace-pre-wrap break-words text-soft">
          {revision.comment}
        </span>
      )}
    </li>
  );
}

function Json({ value, empty }: { value: unknown; empty: string }) {
  if (value === null) return <p className="text-soft text-sm">{empty}</p>;
  return (
    <pre
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard must be able to scroll what overflows
      tabIndex={0}
      className="max-h-80 overflow-auto rounded-md border border-line bg-panel p-3 font-mono text-xs"
    >
      {JSON.stringify(value, null, 2)}
    </pre>
  );
}
