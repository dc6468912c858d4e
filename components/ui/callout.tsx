import CircleAlert from 'lucide-react/icons/circle-alert';
import CircleCheck from 'lucide-react/icons/circle-check';
import Info from 'lucide-react/icons/info';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import type { ReactNode } from 'react';
import { cn } from '#components/ui/class-names.ts';

const tones = {
  info: { Icon: Info, ink: 'text-soft', edge: 'border-l-line-strong' },
  good: { Icon: CircleCheck, ink: 'text-good', edge: 'border-l-good' },
  warn: { Icon: TriangleAlert, ink: 'text-warn', edge: 'border-l-warn' },
  bad: { Icon: CircleAlert, ink: 'text-bad', edge: 'border-l-bad' },
} as const;

type Props = {
  tone: keyof typeof tones;
  title?: ReactNode;
  children?: ReactNode;
  /** Buttons that mend what is said. */
  action?: ReactNode;
  /** Announces itself when it appears; for failures of what the person just did. */
  isAlert?: boolean;
  className?: string;
};

export function Callout({ tone, title, children, action, isAlert = false, className }: Props) {
  const { Icon, ink, edge } = tones[tone];
  return (
    <div
      role={isAlert ? 'alert' : undefined}
      className={cn('flex gap-2 rounded-md border border-line border-l-2 bg-panel p-3', edge, className)}
    >
      <Icon aria-hidden className={cn('mt-0.5 size-4 shrink-0', ink)} />
      <div className="min-w-0 flex-1">
        {title && <p className={cn('font-medium', ink)}>{title}</p>}
        {children && <div className="break-words text-ink">{children}</div>}
        {action && <div className="mt-2 flex flex-wrap gap-2">{action}</div>}
      </div>
    </div>
  );
}
