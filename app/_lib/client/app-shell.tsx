'use client';

import { useConnection } from '#app/_lib/client/use-connection.ts';
import { useRecentComparisons } from '#app/_lib/client/use-recent-comparisons.ts';
import { Shell } from '#components/shell/shell.tsx';

export function AppShell({ children }: { children: React.ReactNode }) {
  useRecentComparisons();
  return <Shell isOffline={!useConnection()}>{children}</Shell>;
}
