'use client';

import Ban from 'lucide-react/icons/ban';
import Flag from 'lucide-react/icons/flag';
import MessageSquare from 'lucide-react/icons/message-square';
import PenLine from 'lucide-react/icons/pen-line';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { MouseEvent, ReactNode } from 'react';
import { findExcerpt } from '#components/results/find-excerpt.ts';
import { MarkedText } from '#components/results/marked-text.tsx';
import { OutcomeBadge } from '#components/results/outcome-badge.tsx';
import { countMarks } from '#components/results/placed-lanes.ts';
import { ResultLanes } from '#components/results/result-lanes.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { cn } from '#components/ui/class-names.ts';
import { LocalTime } from '#components/ui/local-time.tsx';
import type { Preference } from '#lib/preferences/log-schema.ts';
import { localRaterId } from '#lib/rater.ts';

type Props = {
  preference: Preference;
  href: string;
  isSelected: boolean;
  /** Folded search terms, marked where they stand. */
  terms: readonly string[];
  /** May prevent the link and show the record beside the list. */
  onClick: (event: MouseEvent) => void;
};

/** More are told by the record itself. */
const mostTags = 3;

/** What one line of a list can show of a prompt. */
const firstLine = (prompt: string) => prompt.slice(0, 300).replaceAll(/\s/gu, ' ').toWellFormed();

export function ResultRow({ preference, href, isSelected, terms, onClick }: Props) {
  const t = useTranslations('results.byHand');
  const excerpt = findExcerpt(preference, terms);
  return (
    <Link
      href={href}
      prefetch={false}
      onClick={onClick}
      aria-current={isSelected || undefined}
      className={cn(
        'flex flex-col gap-1.5 px-4 py-2.5 focus-visible:-outline-offset-2',
        // On a narrow screen nothing is shown beside the list.
        isSelected ? 'max-lg:hover:bg-hover lg:bg-selected' : 'hover:bg-hover',
      )}
    >
      <span className="flex items-baseline justify-between gap-3">
        <span dir="auto" className="min-w-0 flex-1 truncate font-medium">
          <MarkedText text={firstLine(preference.turn.prompt)} terms={terms} />
        </span>
        <LocalTime
          iso={preference.ballot.createdAt}
          dateStyle="short"
          className="tabular shrink-0 text-faint text-xs"
        />
      </span>
      {excerpt && (
        <span dir="auto" className="truncate text-soft text-sm">
          {excerpt.label && <span className="mr-1.5 font-medium">{excerpt.label}</span>}
          <MarkedText text={excerpt.text} terms={terms} />
        </span>
      )}
      <span className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <ResultLanes preference={preference} />
        <span className="flex flex-wrap gap-1">
          {preference.tags.slice(0, mostTags).map((tag) => (
            <Badge key={tag} className="max-w-32">
              <span className="truncate">{tag}</span>
            </Badge>
          ))}
        </span>
        <span className="ml-auto flex min-w-0 items-center gap-2">
          <Rater id={preference.raterId} />
          <Marks preference={preference} />
          {preference.excluded.length > 0 && <Mark icon={<Ban aria-hidden />} text={t('excludedMark')} />}
          <OutcomeBadge outcome={preference.outcome} />
        </span>
      </span>
    </Link>
  );
}

/** Who judged, where it was not the one at this machine. */
function Rater({ id }: { id: string }) {
  const t = useTranslations('results');
  if (id === localRaterId) return null;
  return (
    <span title={t('ratedBy', { rater: id })} className="max-w-28 truncate text-faint text-xs max-sm:hidden">
      <span className="sr-only">{t('ratedBy', { rater: '' })}</span>
      <bdi>{id}</bdi>
    </span>
  );
}

function Marks({ preference }: { preference: Preference }) {
  const t = useTranslations('results.marks');
  const { flags, comments, ideals } = countMarks(preference);
  return (
    <>
      {preference.ballot.mode === 'blind' && <span className="text-faint text-xs">{t('blind')}</span>}
      {flags > 0 && <Mark icon={<Flag aria-hidden />} text={t('flags', { count: flags })} />}
      {comments > 0 && (
        <Mark icon={<MessageSquare aria-hidden />} text={t('comments', { count: comments })} />
      )}
      {ideals > 0 && <Mark icon={<PenLine aria-hidden />} text={t('ideals', { count: ideals })} />}
    </>
  );
}

function Mark({ icon, text }: { icon: ReactNode; text: string }) {
  return (
    <span title={text} className="text-soft [&_svg]:size-3.5">
      {icon}
      <span className="sr-only">{text}</span>
    </span>
  );
}
