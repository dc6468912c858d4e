'use client';

import { useFormatter } from 'next-intl';
import { useSyncExternalStore } from 'react';

type Props = {
  /** ISO 8601. */
  iso: string;
  dateStyle?: 'short' | 'medium' | 'long';
  /** null leaves the time of day away. */
  timeStyle?: 'short' | 'medium' | null;
  className?: string;
};

const nothing = () => () => undefined;

/** A moment in the reader's own time zone, which the server cannot know: its own stands until the page is alive. */
export function LocalTime({ iso, dateStyle = 'medium', timeStyle = 'short', className }: Props) {
  const format = useFormatter();
  const timeZone = useSyncExternalStore(
    nothing,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => undefined,
  );
  return (
    <time dateTime={iso} className={className}>
      {format.dateTime(new Date(iso), {
        dateStyle,
        ...(timeStyle ? { timeStyle } : {}),
        ...(timeZone ? { timeZone } : {}),
      })}
    </time>
  );
}
