import type { ReactNode } from 'react';
import { cn } from '#components/ui/class-names.ts';

const tones = {
  plain: 'text-soft',
  good: 'text-good',
  warn: 'text-warn',
  bad: 'text-bad',
} as const;

type Props = { tone?: keyof typeof tones; icon?: ReactNode; className?: string; children: ReactNode };

/** A short fact beside a name. */
export function Badge({ tone = 'plain', icon, className, children }: Props) {
  return (
    <span
      className={cn(
        'inline-flex h-5 shrink-0 items-center gap-1 whitespace-nowrap rounded-sm border border-line bg-panel px-1.5 text-xs [&_svg]:size-3',
        tones[tone],
        className,
      )}
    >
      {icon}
      {children}
    </span>
  );
}
