'use client';

import { useFormatter, useTranslations } from 'next-intl';
import type { ResultFilter } from '#components/results/result-filter.ts';
import { NativeSelect } from '#components/ui/native-select.tsx';
import type { TagCount } from '#lib/preferences/change-schema.ts';

type Props = {
  filter: ResultFilter;
  onChange: (change: Partial<ResultFilter>) => void;
  tags: readonly TagCount[];
};

const all = '';
const counted = ['none', 'any'] as const;

/** Filters by tag, and by whether a record counts. */
export function HandFilters({ filter, onChange, tags }: Props) {
  const t = useTranslations('results.filters');
  const format = useFormatter();
  const isReason = filter.excluded !== null && !counted.some((one) => one === filter.excluded);
  return (
    <>
      {(tags.length > 0 || filter.tag !== null) && (
        <NativeSelect
          label={t('tag')}
          value={filter.tag ?? all}
          onChange={(tag) => onChange({ tag: tag || null })}
          options={[
            { value: all, label: t('anyTag') },
            ...withChosen(tags, filter.tag).map(({ tag, ballots }) => ({
              value: tag,
              label: ballots === null ? tag : `${tag} (${format.number(ballots)})`,
            })),
          ]}
        />
      )}
      <NativeSelect
        label={t('counted')}
        value={filter.excluded ?? all}
        onChange={(excluded) => onChange({ excluded: excluded || null })}
        options={[
          { value: all, label: t('anyCounted') },
          ...counted.map((value) => ({ value, label: t(`countedAs.${value}`) })),
          ...(isReason ? [{ value: filter.excluded ?? all, label: filter.excluded ?? all }] : []),
        ]}
      />
    </>
  );
}

/** A tag that the address names stands among the others, also when it is on no record. */
function withChosen(
  tags: readonly TagCount[],
  chosen: string | null,
): { tag: string; ballots: number | null }[] {
  const isKnown = chosen === null || tags.some(({ tag }) => tag === chosen);
  return isKnown ? [...tags] : [{ tag: chosen, ballots: null }, ...tags];
}
