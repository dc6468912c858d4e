import type { ReactNode } from 'react';
import { cn } from '#components/ui/class-names.ts';

type Props = {
  heading: ReactNode;
  overview: ReactNode;
  /** Filters and list. */
  children: ReactNode;
  /** The record beside the list, where there is room for it; the list has all of it where nothing is given. */
  detail: ReactNode;
};

/** The log's page: on a wide screen it fills the screen, and list and record scroll by themselves. */
export function ResultsFrame({ heading, overview, children, detail }: Props) {
  return (
    <div className="flex min-w-0 flex-1 flex-col lg:h-viewport lg:flex-none">
      <div className="px-4 pt-3 pb-1">{heading}</div>
      {overview}
      <div
        className={cn(
          'grid min-h-0 min-w-0 flex-1 border-line border-t lg:grid-rows-[minmax(0,1fr)]',
          detail && 'lg:grid-cols-[minmax(22rem,28rem)_1fr]',
        )}
      >
        <div className={cn('flex min-w-0 flex-col border-line lg:min-h-0', detail && 'lg:border-r')}>
          {children}
        </div>
        {detail && (
          // What stands in it for screen readers alone is placed in it, and so scrolls with it.
          <div className="relative min-h-0 overflow-y-auto p-6 max-lg:hidden">{detail}</div>
        )}
      </div>
    </div>
  );
}
