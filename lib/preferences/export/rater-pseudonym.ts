import { createHmac } from 'node:crypto';

/**
 * Names raters for a file that leaves the house: the same rater gets the same name in every export, and without the
 * installation's secret nobody finds out who it is. Installations name the same person differently.
 */
export function createPseudonyms(secret: Uint8Array): (raterId: string) => string {
  const key = createHmac('sha256', secret).update('rater pseudonyms in exports').digest();
  const known = new Map<string, string>();
  return (raterId) => {
    const name =
      known.get(raterId) ?? `rater-${createHmac('sha256', key).update(raterId).digest('hex').slice(0, 16)}`;
    if (known.size < 100_000) known.set(raterId, name);
    return name;
  };
}
