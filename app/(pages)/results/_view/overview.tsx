'use client';

import dynamic from 'next/dynamic';
import type { ComponentProps } from 'react';
import { Skeleton } from '#components/ui/skeleton.tsx';

const OverviewPanel = dynamic(
  () => import('#app/(pages)/results/_view/overview-panel.tsx').then((module) => module.OverviewPanel),
  { loading: Placeholder },
);

type Props = ComponentProps<typeof OverviewPanel> & { state: 'unknown' | 'empty' | 'filled' };

/** Fetched once there is something to count. */
export function Overview({ state, ...props }: Props) {
  if (state === 'unknown') return <Placeholder />;
  return state === 'filled' && <OverviewPanel {...props} />;
}

/** As high as the panel is at first, where nobody has folded it. */
function Placeholder() {
  return (
    <div className="h-10 px-4 pt-10 [@media(min-width:1024px)_and_(min-height:800px)]:h-58">
      <Skeleton className="h-full w-full" />
    </div>
  );
}
