import type { Incoming } from '#app/_lib/incoming.ts';
import { localRaterId, type RaterId } from '#lib/rater.ts';

/** Who is asking. Without accounts, everyone who reaches this machine is the one local rater. */
export async function identifyRater(_request: Incoming): Promise<RaterId> {
  return localRaterId as RaterId;
}
