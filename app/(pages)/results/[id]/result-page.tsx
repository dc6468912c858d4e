'use client';

import ArrowLeft from 'lucide-react/icons/arrow-left';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { comparisonHref } from '#app/_lib/client/comparison-href.ts';
import { usePreference } from '#app/_lib/client/use-preferences.ts';
import { FurtherParts } from '#app/(pages)/results/_view/further-parts.tsx';
import { HandMarks } from '#app/(pages)/results/_view/hand-marks.tsx';
import { toAddress, useResultFilter } from '#app/(pages)/results/_view/use-result-filter.ts';
import { ResultDetail } from '#components/results/result-detail.tsx';
import { buttonClass } from '#components/ui/button.tsx';
import type { Preference } from '#lib/preferences/log-schema.ts';
import { parseSearch } from '#lib/preferences/search/search-terms.ts';

export function ResultPage({ preference }: { preference: Preference }) {
  const t = useTranslations('results');
  const { filter } = useResultFilter();
  const terms = useMemo(() => parseSearch(filter.q), [filter.q]);
  const shown = usePreference(preference.id, preference, true).data ?? preference;
  return (
    <div className="mx-auto flex w-full max-w-[96rem] flex-col gap-4 p-4 sm:p-6">
      <Link href={`/results${toAddress(filter)}`} className={`${buttonClass('quiet', 'sm')} self-start`}>
        <ArrowLeft aria-hidden />
        {t('backToList')}
      </Link>
      <ResultDetail
        preference={shown}
        comparisonHref={comparisonHref(preference.comparisonId, preference.ballot.mode)}
        headingLevel="h1"
        terms={terms}
        marks={<HandMarks preference={shown} />}
        further={<FurtherParts preference={shown} />}
      />
    </div>
  );
}
