'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import type { Lane } from '#lib/arena/schema.ts';
import type { TurnStore } from '#lib/arena/turn-reader-store.ts';
import { isFinal } from '#lib/arena/turn-reader-view.ts';

type Props = { lanes: readonly Lane[]; turn: TurnStore | null };

/** Tells screen readers once that a lane has ended, and when all have; never what it is saying. */
export function FinishAnnouncer({ lanes, turn }: Props) {
  const t = useTranslations('compare.status');
  const tStatus = useTranslations('lane.status');
  const tLane = useTranslations('lane');
  const [said, setSaid] = useState<readonly string[]>([]);
  useEffect(() => {
    setSaid([]);
    if (!turn) return;
    const open = new Set(lanes.filter((lane) => !isFinal(turn.lane(lane.id).get())));
    const stops = [...open].map((lane) => {
      const cell = turn.lane(lane.id);
      return cell.subscribe(() => {
        if (!open.has(lane) || !isFinal(cell.get())) return;
        open.delete(lane);
        const name = lane.name ?? tLane('unknownName', { label: lane.label });
        const words = t('finished', { label: lane.label, name, status: tStatus(cell.get().status) });
        setSaid((before) => [...before, words, ...(open.size === 0 ? [t('allDone')] : [])]);
      });
    });
    return () => {
      for (const stop of stops) stop();
    };
  }, [lanes, turn, t, tStatus, tLane]);
  return (
    <div role="status" aria-atomic="false" className="sr-only">
      {said.map((words) => (
        <p key={words}>{words}</p>
      ))}
    </div>
  );
}
