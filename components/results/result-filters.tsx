'use client';

import Search from 'lucide-react/icons/search';
import X from 'lucide-react/icons/x';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { commentChoices, noFilter, type ResultFilter } from '#components/results/result-filter.ts';
import { TimeFilter } from '#components/results/time-filter.tsx';
import { Button } from '#components/ui/button.tsx';
import { NativeSelect } from '#components/ui/native-select.tsx';
import { PlainInput } from '#components/ui/plain-input.tsx';
import { type Mode, modes } from '#lib/arena/modes.ts';
import { type Outcome, outcomes } from '#lib/preferences/outcomes.ts';

type CommentChoice = (typeof commentChoices)[number];

type Props = {
  filter: ResultFilter;
  onChange: (change: Partial<ResultFilter>) => void;
  endpoints: readonly { id: string; name: string }[];
  /** Fields that come when they are asked for. */
  further: ReactNode;
  /** What those are set to, to be taken away again. */
  chosen: ReactNode;
};

const all = 'all';

export function ResultFilters({ filter, onChange, endpoints, further, chosen }: Props) {
  const t = useTranslations('results');
  const isFiltered = Object.values(filter).some((value) => value !== null && value !== '');
  return (
    <search className="flex flex-col gap-2">
      <div className="relative">
        <Search aria-hidden className="absolute top-1/2 left-2 size-4 -translate-y-1/2 text-faint" />
        <PlainInput
          type="search"
          label={t('search')}
          placeholder={t('search')}
          value={filter.q}
          onChange={(q) => onChange({ q })}
          className="pl-8"
        />
      </div>
      <div className="grid grid-cols-2 gap-2 sm:grid-cols-3">
        <NativeSelect
          label={t('filters.endpoint')}
          value={filter.endpoint ?? all}
          onChange={(value) => onChange({ endpoint: value === all ? null : value })}
          options={[
            { value: all, label: t('filters.anyEndpoint') },
            ...endpoints.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <NativeSelect<Outcome | typeof all>
          label={t('filters.outcome')}
          value={filter.outcome ?? all}
          onChange={(value) => onChange({ outcome: value === all ? null : value })}
          options={[
            { value: all, label: t('filters.anyOutcome') },
            ...outcomes.map((value) => ({ value, label: t(`outcomes.${value}`) })),
          ]}
        />
        <NativeSelect<Mode | typeof all>
          label={t('filters.mode')}
          value={filter.mode ?? all}
          onChange={(value) => onChange({ mode: value === all ? null : value })}
          options={[
            { value: all, label: t('filters.anyMode') },
            ...modes.map((value) => ({ value, label: t(`modes.${value}`) })),
          ]}
        />
        <TimeFilter from={filter.from} to={filter.to} onChange={onChange} />
        <NativeSelect<CommentChoice | typeof all>
          label={t('filters.comment')}
          value={filter.comment ?? all}
          onChange={(value) => onChange({ comment: value === all ? null : value })}
          options={[
            { value: all, label: t('filters.anyComment') },
            ...commentChoices.map((value) => ({ value, label: t(`comments.${value}`) })),
          ]}
        />
        {further}
      </div>
      {isFiltered && (
        <div className="flex flex-wrap items-center gap-2">
          {chosen}
          <Button tone="quiet" size="sm" onClick={() => onChange(noFilter)}>
            <X aria-hidden />
            {t('filters.clear')}
          </Button>
        </div>
      )}
    </search>
  );
}
