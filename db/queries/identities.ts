import type { Transaction } from '#db/client.ts';
import { withDatabase } from '#db/client.ts';
import { endpoints } from '#db/schema/endpoints.ts';
import { IdentityMask } from '#lib/arena/identity-mask.ts';
import { identityWords } from '#lib/arena/identity-words.ts';

/** Its patterns take longer to make than an answer to read, and endpoints seldom change. */
let last: { identities: string; mask: IdentityMask } | null = null;

/**
 * What blind answers must not say: the names and makers of all endpoints, also of disabled ones. The same for every
 * lane and every battle, so that what is masked tells nothing of who is in it.
 */
export async function getIdentityMask(tx?: Transaction): Promise<IdentityMask> {
  const { id, name, model, cardId } = endpoints;
  const columns = { id, name, model, cardId };
  const rows = tx
    ? await tx.select(columns).from(endpoints)
    : await withDatabase((db) => db.select(columns).from(endpoints));
  const identities = JSON.stringify(rows.toSorted((one, other) => (one.id < other.id ? -1 : 1)));
  if (last?.identities !== identities) {
    last = { identities, mask: new IdentityMask(rows.flatMap(identityWords)) };
  }
  return last.mask;
}
