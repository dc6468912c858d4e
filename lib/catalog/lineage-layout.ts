import type { Card } from '#lib/catalog/schema.ts';

/** Parents that the source document names and no primary source confirms. */
export const statedParents: Readonly<Record<string, readonly string[]>> = {
  'code-davinci-002': ['codex'],
  'gpt-3-5': ['gpt-3'],
  chatgpt: ['text-davinci-002'],
};

/** The line from GPT-3 to ChatGPT as the document tells it. */
const chatGptLine = ['gpt-3', 'codex', 'code-davinci-002', 'gpt-3-5', 'chatgpt'];

export type LineageEdge = { from: string; to: string; isStatedOnly: boolean; isChatGptLine: boolean };
export type LineagePlace = { card: Card; column: number; row: number };
export type LineageLayout = {
  places: LineagePlace[];
  edges: LineageEdge[];
  columns: number;
  rows: number;
  /** Cards with neither parent nor child. */
  alone: Card[];
};

function listEdges(cards: readonly Card[]): LineageEdge[] {
  return cards.flatMap((card) => {
    const edge = (from: string, isStatedOnly: boolean): LineageEdge => {
      const step = chatGptLine.indexOf(from);
      return {
        from,
        to: card.id,
        isStatedOnly,
        isChatGptLine: step >= 0 && chatGptLine[step + 1] === card.id,
      };
    };
    return [
      ...card.verified.basedOn.value.map((id) => edge(id, false)),
      ...(statedParents[card.id] ?? []).map((id) => edge(id, true)),
    ];
  });
}

/** Each card right of all its parents; every tree keeps its own rows, oldest tree first. */
export function layOutLineage(cards: readonly Card[]): LineageLayout {
  const edges = listEdges(cards);
  // A card hangs on its last verified parent (the nearest), or on the stated one where nothing is verified.
  const hangsOn = new Map<string, string>();
  for (const { from, to, isStatedOnly } of edges)
    if (!isStatedOnly || !hangsOn.has(to)) hangsOn.set(to, from);
  const places: LineagePlace[] = [];
  let row = 0;
  function place(card: Card, column: number): void {
    places.push({ card, column, row });
    const children = cards.filter(({ id }) => hangsOn.get(id) === card.id);
    for (const [index, child] of children.entries()) {
      if (index > 0) row += 1;
      place(child, column + 1);
    }
  }
  const hasChild = new Set(hangsOn.values());
  const roots = cards.filter(({ id }) => !hangsOn.has(id) && hasChild.has(id));
  for (const root of roots) {
    place(root, 0);
    row += 1;
  }
  return {
    places,
    edges,
    columns: Math.max(...places.map(({ column }) => column)) + 1,
    rows: row,
    alone: cards.filter(({ id }) => !hangsOn.has(id) && !hasChild.has(id)),
  };
}
