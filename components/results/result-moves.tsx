'use client';

import ChevronDown from 'lucide-react/icons/chevron-down';
import ChevronUp from 'lucide-react/icons/chevron-up';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useShortcuts } from '#components/shell/shortcuts.ts';
import { IconButton } from '#components/ui/icon-button.tsx';

type Props = {
  /** Undefined at the ends of the list. */
  onPrevious: (() => void) | undefined;
  onNext: (() => void) | undefined;
};

/** To the records above and below, by button or by J and K. */
export function ResultMoves({ onPrevious, onNext }: Props) {
  const t = useTranslations('results');
  const shortcuts = useMemo(() => {
    const group = t('title');
    return [
      { id: 'result-next', keys: 'j', label: t('next'), group, run: () => onNext?.() },
      { id: 'result-previous', keys: 'k', label: t('previous'), group, run: () => onPrevious?.() },
    ] as const;
  }, [t, onNext, onPrevious]);
  useShortcuts(shortcuts);
  return (
    <span className="inline-flex">
      <IconButton
        label={t('previous')}
        shortcut="K"
        icon={<ChevronUp aria-hidden />}
        disabled={!onPrevious}
        onClick={onPrevious}
      />
      <IconButton
        label={t('next')}
        shortcut="J"
        icon={<ChevronDown aria-hidden />}
        disabled={!onNext}
        onClick={onNext}
      />
    </span>
  );
}
