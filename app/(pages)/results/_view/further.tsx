'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { ResultFilter } from '#components/results/result-filter.ts';
import { Button } from '#components/ui/button.tsx';

const FurtherFields = dynamic(() =>
  import('#app/(pages)/results/_view/further-fields.tsx').then((module) => module.FurtherFields),
);
const FilterChips = dynamic(() =>
  import('#components/results/filter-chips.tsx').then((module) => module.FilterChips),
);

type Props = { filter: ResultFilter; onChange: (change: Partial<ResultFilter>) => void };

/** What is filtered by less often, fetched when it is asked for or set. */
export function Further(props: Props) {
  const t = useTranslations('results.filters');
  const [isOpen, setIsOpen] = useState(false);
  const { card, language, rater, flag, tag, excluded } = props.filter;
  return (
    <>
      {isOpen ? (
        <FurtherFields {...props} />
      ) : (
        <Button tone="quiet" onClick={() => setIsOpen(true)}>
          {t('further')}
        </Button>
      )}
      {[card, language, rater, flag, tag, excluded].some((value) => value !== null) && (
        <FilterChips {...props} />
      )}
    </>
  );
}
