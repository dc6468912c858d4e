import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cards } from '#lib/catalog/cards.ts';
import { rateArena } from '#lib/catalog/rate-arena.ts';

// Run with `node lib/catalog/build-arena-history.ts && npm run format` after giving a card an arena name.
const folder = import.meta.dirname;
const counts = readFileSync(join(folder, '../../bench/data/chatbot-arena-2024-08.csv'), 'utf8');
const names = new Set(cards.flatMap((card) => card.arenaNames?.map(({ name }) => name) ?? []));
writeFileSync(join(folder, 'arena-history.json'), `${JSON.stringify(rateArena(counts, names), null, 2)}\n`);
