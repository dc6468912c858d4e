import { describe, expect, test } from 'vitest';
import { cards } from '#lib/catalog/cards.ts';
import { layOutLineage } from '#lib/catalog/lineage-layout.ts';
import { listScaleData } from '#lib/catalog/scale-points.ts';
import { layOutTimeline, makerOf, otherMakers, periodOf } from '#lib/catalog/timeline-layout.ts';

describe('lineage', () => {
  const { places, edges, alone } = layOutLineage(cards);

  test('every card stands once, alone or in a tree', () => {
    const ids = [...places.map(({ card }) => card.id), ...alone.map(({ id }) => id)];
    expect(ids.toSorted()).toEqual(cards.map(({ id }) => id).toSorted());
    const spots = places.map(({ column, row }) => `${column} ${row}`);
    expect(new Set(spots).size).toBe(spots.length);
  });

  test('every verified edge leads to the right', () => {
    const column = new Map(places.map((place) => [place.card.id, place.column]));
    for (const { from, to, isStatedOnly } of edges) {
      if (!isStatedOnly) expect(column.get(to), `${from} to ${to}`).toBeGreaterThan(column.get(from) ?? 99);
    }
  });

  test('the line from GPT-3 to ChatGPT is there, its unconfirmed step marked', () => {
    const line = edges.filter(({ isChatGptLine }) => isChatGptLine);
    expect(line).toHaveLength(4);
    expect(line.filter(({ isStatedOnly }) => isStatedOnly)).toEqual([
      { from: 'codex', to: 'code-davinci-002', isStatedOnly: true, isChatGptLine: true },
    ]);
  });
});

describe('timeline', () => {
  test('a date is as long as it is precise', () => {
    expect(periodOf('2021').end - periodOf('2021').start).toBe(365 * 86_400_000);
    expect(periodOf('2021-02').end - periodOf('2021-02').start).toBe(28 * 86_400_000);
    expect(periodOf('2021-02-03').end).toBe(periodOf('2021-02-03').start);
  });

  test('no two labels of a row overlap', () => {
    const timeline = layOutTimeline(cards, {
      group: makerOf,
      x: (time) => time / 86_400_000,
      labelWidth: ({ name }) => name.length * 10,
    });
    expect(timeline.undated.map(({ id }) => id)).toEqual(['davinci-instruct-beta']);
    expect(timeline.groups.at(-1)?.name).toBe(otherMakers);
    for (const { items } of timeline.groups) {
      for (const row of Map.groupBy(items, (item) => item.row).values()) {
        for (const [index, item] of row.entries()) {
          const before = row[index - 1];
          if (before) expect(item.x).toBeGreaterThan(before.x + before.card.name.length * 10);
        }
      }
    }
  });
});

describe('parameters against tokens', () => {
  const { points, withoutTokens, unpublished } = listScaleData(cards);

  test('LLaMA’s sizes were given different amounts, and LaMDA’s number is a corpus', () => {
    const of = (id: string) =>
      points.filter(({ card }) => card.id === id).map(({ parameters, tokens }) => [parameters, tokens]);
    expect(of('llama')).toEqual([
      [6.7, 1000],
      [13, 1000],
      [32.5, 1400],
      [65.2, 1400],
    ]);
    expect(points.filter(({ isCorpus }) => isCorpus).map(({ card }) => card.id)).toEqual(['lamda']);
  });

  test('every plotted size is one of the card', () => {
    for (const { card, parameters } of points) expect(card.verified.parameters.value).toContain(parameters);
  });

  test('what is not published is named', () => {
    expect(withoutTokens.map(({ id }) => id)).toContain('ernie-3-0-titan');
    expect(unpublished.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['gpt-4', 'gpt-3-5', 'chatgpt', 'bard', 'ernie-bot']),
    );
    // GPT-3's own sizes stand for it.
    expect(unpublished.map(({ id }) => id)).not.toContain('ada');
  });
});
