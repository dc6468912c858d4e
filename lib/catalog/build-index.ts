import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cardIndexSource } from '#lib/catalog/card-index-source.ts';

// Run with `node lib/catalog/build-index.ts` after adding a card to cards/.
const folder = import.meta.dirname;
writeFileSync(join(folder, 'card-files.ts'), cardIndexSource(readdirSync(join(folder, 'cards'))));
