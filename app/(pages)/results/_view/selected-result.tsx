'use client';

import dynamic from 'next/dynamic';
import type { ReactNode } from 'react';
import { comparisonHref } from '#app/_lib/client/comparison-href.ts';
import { useErrorText } from '#app/_lib/client/use-error-text.ts';
import { usePreference } from '#app/_lib/client/use-preferences.ts';
import { Callout } from '#components/ui/callout.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import type { Preference } from '#lib/preferences/log-schema.ts';

/** Fetched with the first record, after the list: a record brings Markdown, its tools and its marks along. */
const ResultDetail = dynamic(
  () => import('#components/results/result-detail.tsx').then((module) => module.ResultDetail),
  { loading: () => <Skeleton className="h-64 w-full" /> },
);
const FurtherParts = dynamic(() =>
  import('#app/(pages)/results/_view/further-parts.tsx').then((module) => module.FurtherParts),
);
const HandMarks = dynamic(
  () => import('#app/(pages)/results/_view/hand-marks.tsx').then((module) => module.HandMarks),
  { loading: () => <Skeleton className="h-7 w-80" /> },
);

type Props = {
  id: string | null;
  /** What the list knows of it; a link may name a record further down. */
  listed: Preference | undefined;
  /** Folded search terms. */
  terms: readonly string[];
  /** Leads to the records beside it. */
  moves: ReactNode;
};

export function SelectedResult({ id, listed, terms, moves }: Props) {
  const errorText = useErrorText();
  const query = usePreference(id, listed);
  const preference = listed ?? query.data;
  if (id === null) return null;
  if (preference) {
    return (
      <ResultDetail
        key={preference.id}
        preference={preference}
        comparisonHref={comparisonHref(preference.comparisonId, preference.ballot.mode)}
        headingLevel="h2"
        terms={terms}
        moves={moves}
        marks={<HandMarks preference={preference} />}
        further={<FurtherParts preference={preference} />}
      />
    );
  }
  if (query.isError) return <Callout tone="bad">{errorText(query.error)}</Callout>;
  return <Skeleton className="h-64 w-full" />;
}
