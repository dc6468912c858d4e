import Check from 'lucide-react/icons/check';
import { useTranslations } from 'next-intl';
import type { JudgeLane } from '#components/judge/judge-types.ts';
import { Button } from '#components/ui/button.tsx';
import { cn } from '#components/ui/class-names.ts';
import { Kbd } from '#components/ui/kbd.tsx';
import { type Verdict, verdicts } from '#lib/preferences/ranking-draft.ts';

const keys: Record<Verdict, string> = { first: '1', second: '2', tie: '=', 'both-bad': '0' };

type Props = {
  lanes: readonly [JudgeLane, JudgeLane];
  value: Verdict | null;
  isReadOnly: boolean;
  onVerdict: (verdict: Verdict) => void;
};

/** Two answers: one press each for A, B, tie and both bad. */
export function PairVerdict({ lanes, value, isReadOnly, onVerdict }: Props) {
  const t = useTranslations('judge');
  const words: Record<Verdict, string> = {
    first: t('better', { label: lanes[0].label }),
    second: t('better', { label: lanes[1].label }),
    tie: t('tie'),
    'both-bad': t('bothBad'),
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a legend that has no place in one row
    <div
      role="group"
      aria-label={t('verdict')}
      className="grid w-full grid-cols-4 gap-1 sm:flex sm:w-auto sm:flex-wrap"
    >
      {verdicts.map((verdict) => (
        <Button
          key={verdict}
          tone="plain"
          size="md"
          aria-pressed={value === verdict}
          aria-keyshortcuts={keys[verdict]}
          disabled={isReadOnly && value !== verdict}
          onClick={() => !isReadOnly && onVerdict(verdict)}
          className={cn(
            'max-sm:h-11 max-sm:gap-1 max-sm:px-1',
            value === verdict && 'border-ink bg-selected',
          )}
        >
          <span className={cn('flex w-5 justify-center', value !== verdict && 'touch:max-sm:hidden')}>
            {value === verdict ? <Check aria-hidden /> : <Kbd className="touch:hidden">{keys[verdict]}</Kbd>}
          </span>
          {words[verdict]}
        </Button>
      ))}
    </div>
  );
}
