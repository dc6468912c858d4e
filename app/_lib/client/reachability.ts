'use client';

const probeMs = 4000;
const listeners = new Set<() => void>();
let isReachable = true;
let probeTimer: ReturnType<typeof setTimeout> | null = null;

/** Every request reports how it went; while the server is away it is asked again until it answers. */
export function reportReachable(reachable: boolean): void {
  if (reachable !== isReachable) {
    isReachable = reachable;
    for (const listener of listeners) listener();
  }
  if (!reachable && probeTimer === null) probeTimer = setTimeout(probe, probeMs);
}

async function probe(): Promise<void> {
  if (probeTimer !== null) clearTimeout(probeTimer);
  probeTimer = null;
  try {
    await fetch('/api/v1/health/live', { cache: 'no-store' });
    reportReachable(true);
  } catch {
    reportReachable(false);
  }
}

function probeNow(): void {
  void probe();
}

export function isServerReachable(): boolean {
  return isReachable;
}

/** The browser's own word (online, offline) is only a reason to look: the server may be on this machine. */
export function subscribeToReachability(listener: () => void): () => void {
  if (listeners.size === 0) {
    window.addEventListener('online', probeNow);
    window.addEventListener('offline', probeNow);
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    window.removeEventListener('online', probeNow);
    window.removeEventListener('offline', probeNow);
  };
}
