import { IdentityMask } from '#lib/arena/identity-mask.ts';
import { type Identity, identityWords } from '#lib/arena/identity-words.ts';

const mostKept = 500;
const masks = new Map<string, IdentityMask>();

/** Whether a text names the model that wrote it, or its maker. Words are worked out once per identity. */
export function namesItself(identity: Identity, text: string): boolean {
  const key = JSON.stringify([identity.id, identity.name, identity.model, identity.cardId]);
  const mask = masks.get(key) ?? new IdentityMask(identityWords(identity));
  if (masks.size >= mostKept) masks.clear();
  masks.set(key, mask);
  return mask.isIn(text);
}
