'use client';

import Flag from 'lucide-react/icons/flag';
import ThumbsDown from 'lucide-react/icons/thumbs-down';
import ThumbsUp from 'lucide-react/icons/thumbs-up';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Badge } from '#components/ui/badge.tsx';
import type { Rating } from '#lib/preferences/ballot-schema.ts';

const scales = [
  { name: 'overall', most: 7 },
  { name: 'helpful', most: 5 },
  { name: 'honest', most: 5 },
  { name: 'harmless', most: 5 },
  { name: 'followsInstruction', most: 5 },
] as const;

/** What was said of one answer beside its place; nothing when nothing was said. */
export function ResultRating({ rating }: { rating: Rating }) {
  const t = useTranslations('judge');
  const tResults = useTranslations('results');
  if (Object.keys(rating).length === 0) return null;
  const given = scales.filter(({ name }) => rating[name] !== undefined);
  return (
    <footer className="flex flex-col gap-3 border-line border-t px-4 py-3">
      {rating.thumb && (
        <p className="flex items-center gap-1.5 text-soft [&_svg]:size-4">
          {rating.thumb === 'up' ? <ThumbsUp aria-hidden /> : <ThumbsDown aria-hidden />}
          {t(rating.thumb === 'up' ? 'thumbUp' : 'thumbDown')}
        </p>
      )}
      {given.length > 0 && (
        <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1 text-sm">
          {given.map(({ name, most }) => (
            <div key={name} className="col-span-2 grid grid-cols-subgrid">
              <dt className="text-soft">{t(name)}</dt>
              <dd className="tabular">
                {rating[name]} / {most}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {rating.flags && rating.flags.length > 0 && (
        <ul className="flex flex-wrap gap-1">
          {rating.flags.map((flag) => (
            <li key={flag} className="min-w-0">
              <Badge
                tone={flag === 'satisfies-constraint' ? 'good' : 'warn'}
                icon={<Flag aria-hidden />}
                className="h-auto min-h-5 whitespace-normal"
              >
                {t(`flags.${flag}`)}
              </Badge>
            </li>
          ))}
        </ul>
      )}
      {rating.comment && <Said term={t('comment')}>{rating.comment}</Said>}
      {rating.ideal && <Said term={tResults('ideal')}>{rating.ideal}</Said>}
    </footer>
  );
}

function Said({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <p className="text-faint text-xs">{term}</p>
      <p dir="auto" className="mt-0.5 max-h-64 overflow-y-auto whitespace-pre-wrap break-words">
        {children}
      </p>
    </div>
  );
}
