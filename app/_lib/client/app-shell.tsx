'use client';

import { useEffect } from 'react';
import { sendWaitingBallots } from '#app/_lib/client/send-waiting-ballots.ts';
import { useConnection } from '#app/_lib/client/use-connection.ts';
import { useRecentComparisons } from '#app/_lib/client/use-recent-comparisons.ts';
import { Shell } from '#components/shell/shell.tsx';

export function AppShell({ children }: { children: React.ReactNode }) {
  useRecentComparisons();
  // Ballots an earlier visit could not send leave on whichever page is opened next.
  useEffect(() => void sendWaitingBallots(), []);
  return <Shell isOffline={!useConnection()}>{children}</Shell>;
}
