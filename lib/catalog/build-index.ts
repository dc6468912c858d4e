import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cardIndexSource } from '#lib/catalog/card-index-source.ts';
import { cardJsonSchema } from '#lib/catalog/card-json-schema.ts';

// Run with `node lib/catalog/build-index.ts && npm run format` after adding a card to cards/ or changing the schema.
const folder = import.meta.dirname;
const schemaFile = join(folder, '../../docs/card.schema.json');
writeFileSync(join(folder, 'card-files.ts'), cardIndexSource(readdirSync(join(folder, 'cards'))));
writeFileSync(schemaFile, `${JSON.stringify(cardJsonSchema(), null, 2)}\n`);
