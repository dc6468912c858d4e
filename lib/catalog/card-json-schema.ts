import { z } from 'zod';
import { cardSchema } from '#lib/catalog/schema.ts';

/** The JSON Schema (draft 2020-12) of a card file, for editors and for people who write cards. */
export function cardJsonSchema(): object {
  return { title: 'A Baijia catalog card', ...z.toJSONSchema(cardSchema) };
}
