import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { arenaHistory, listArenaEntries } from '#lib/catalog/arena-history.ts';
import { cards, getCard } from '#lib/catalog/cards.ts';
import { rateArena } from '#lib/catalog/rate-arena.ts';

test('the stored ratings are those of the votes: node lib/catalog/build-arena-history.ts', () => {
  const counts = readFileSync(
    join(import.meta.dirname, '../../bench/data/chatbot-arena-2024-08.csv'),
    'utf8',
  );
  const names = new Set(cards.flatMap((card) => card.arenaNames?.map(({ name }) => name) ?? []));
  expect(arenaHistory).toEqual(rateArena(counts, names));
  expect(arenaHistory.rows.map(({ name }) => name).toSorted()).toEqual([...names].toSorted());
  expect(arenaHistory).toMatchObject({ models: 129, votes: 1_670_250 });
});

test('a card finds its own', () => {
  expect(listArenaEntries(getCard('gpt-4')).map(({ name }) => name)).toEqual(['gpt-4-0314', 'gpt-4-0613']);
  expect(listArenaEntries(getCard('t5'))).toEqual([]);
});
