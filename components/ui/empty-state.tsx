import type { ReactNode } from 'react';
import { cn } from '#components/ui/class-names.ts';

type Props = {
  icon?: ReactNode;
  /** What this place will show. */
  title: string;
  description?: ReactNode;
  /** The one action that fills it. */
  action?: ReactNode;
  className?: string;
};

export function EmptyState({ icon, title, description, action, className }: Props) {
  return (
    <div className={cn('flex flex-col items-center justify-center gap-2 px-4 py-12 text-center', className)}>
      {icon && <div className="mb-1 text-faint [&_svg]:size-8">{icon}</div>}
      <h2 className="font-semibold text-lg leading-snug">{title}</h2>
      {description && <p className="max-w-prose text-soft">{description}</p>}
      {action && <div className="mt-3 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
