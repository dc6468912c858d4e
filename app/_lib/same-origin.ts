import type { Incoming } from '#app/_lib/incoming.ts';
import { AppError } from '#lib/errors.ts';

/**
 * Refuses what a page of another site sends through a browser. Requests without Origin and Sec-Fetch-Site come from
 * programs, not from browsers.
 */
export function refuseOtherOrigins(request: Incoming): void {
  const site = request.headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin' && site !== 'none') throw crossSite();
  const origin = request.headers.get('origin');
  if (origin !== null && URL.parse(origin)?.host !== request.headers.get('host')) throw crossSite();
}

function crossSite(): AppError {
  return new AppError('forbidden', 'This request comes from another site.');
}
