'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { remember, useRemembered } from '#app/(pages)/_compare/remembered.ts';
import { useMediaQuery } from '#components/compare/use-media-query.ts';

const HistorySide = dynamic(
  () => import('#app/(pages)/_compare/history-side.tsx').then((module) => module.HistorySide),
  { ssr: false, loading: () => <div className="w-60 shrink-0 border-line border-e max-[1199px]:hidden" /> },
);

type Props = { currentId: string | null; onOpen: (id: string) => void; onNew: () => void };

/**
 * The history beside the page where there is room, over it where there is not. On a narrow screen it is closed at
 * first, whatever was remembered: there it covers what the person came for.
 */
export function HistoryDock({ currentId, onOpen, onNew }: Props) {
  const { isHistoryOpen } = useRemembered();
  const isWide = useMediaQuery('(min-width: 1200px)');
  const [seen, setSeen] = useState(isHistoryOpen);
  const wasToggled = seen !== isHistoryOpen;
  const isShown = isWide ? isHistoryOpen : wasToggled;
  if (!isShown) return null;
  const close = () => {
    if (isWide) remember({ isHistoryOpen: false });
    else setSeen(isHistoryOpen);
  };
  return (
    <HistorySide currentId={currentId} onOpen={onOpen} onNew={onNew} isSheet={!isWide} onClose={close} />
  );
}
