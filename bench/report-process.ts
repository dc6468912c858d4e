import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const clockTicksPerSecond = 100;

/** User and system time of a process with all its threads, in microseconds; the kernel counts in 10 ms. */
export function cpuMicroseconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return ((Number(fields[11]) + Number(fields[12])) / clockTicksPerSecond) * 1e6;
}

/** Memory that a process really holds. Linux alone tells it this way. */
export function residentMb(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
}

/** The least memory that `read` tells within so many seconds: what V8 gives back, it gives back in idle moments. */
export async function leastWithin(seconds: number, read: () => number): Promise<number> {
  let least = read();
  for (let second = 0; second < seconds; second += 1) {
    await sleep(1000);
    least = Math.min(least, read());
  }
  return least;
}
