import Check from 'lucide-react/icons/check';
import { useTranslations } from 'next-intl';
import { LaneLetter } from '#components/lane-letter/lane-letter.tsx';
import { type PlacedLane, placeLanes } from '#components/results/placed-lanes.ts';
import { cn } from '#components/ui/class-names.ts';
import type { Preference } from '#lib/preferences/log-schema.ts';

/** The lanes as letters; whoever stood alone on top carries a tick. */
export function ResultLanes({ preference }: { preference: Preference }) {
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
      {placeLanes(preference).map((lane) => (
        <ResultLane key={lane.laneId} lane={lane} />
      ))}
    </span>
  );
}

function ResultLane({ lane }: { lane: PlacedLane }) {
  const t = useTranslations('results');
  return (
    <span className={cn('inline-flex min-w-0 items-center gap-1', lane.isWinner ? 'text-ink' : 'text-soft')}>
      <LaneLetter label={lane.label} />
      <span className={cn('max-w-40 truncate text-sm', lane.isWinner && 'font-medium')}>{lane.name}</span>
      {lane.isWinner && (
        <>
          <Check aria-hidden className="size-3.5 text-good" strokeWidth={3} />
          <span className="sr-only">{t('preferred')}</span>
        </>
      )}
    </span>
  );
}
