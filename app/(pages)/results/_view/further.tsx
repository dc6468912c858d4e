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

/** What is filtered by less often, fetched when it is asked for. */
export function Further(props: Props) {
  const t = useTranslations('results.filters');
  const [isOpen, setIsOpen] = useState(false);
  return isOpen ? (
    <FurtherFields {...props} />
  ) : (
    <Button tone="quiet" className="justify-start px-2" onClick={() => setIsOpen(true)}>
      {t('further')}
    </Button>
  );
}

/** What is filtered by less often and set; null where it is not. */
export function Chosen(props: Props) {
  const { card, language, rater, flag, tag, excluded } = props.filter;
  const isSet = [card, language, rater, flag, tag, excluded].some((value) => value !== null);
  return isSet && <FilterChips {...props} />;
}
