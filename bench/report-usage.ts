import { writeSync } from 'node:fs';

/** Preloaded into a measured process: tells its peak memory and processor time when it ends. */
process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  writeSync(
    2,
    `usage ${JSON.stringify({ peakMb: maxRSS / 1024, cpuMs: (userCPUTime + systemCPUTime) / 1000 })}\n`,
  );
});
