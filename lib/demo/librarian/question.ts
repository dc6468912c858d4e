import { cards } from '#lib/catalog/cards.ts';
import { isOpen, listCards } from '#lib/catalog/list-cards.ts';
import type { Card } from '#lib/catalog/schema.ts';
import { Bm25Index } from '#lib/demo/librarian/bm25.ts';
import { askedWith, type Topic, topics } from '#lib/demo/librarian/facts.ts';

/** Words that say nothing about what is looked for. */
const fillers =
  /\b(a|an|the|is|are|was|were|be|of|in|on|at|for|to|by|with|from|and|or|it|its|they|them|that|this|these|those|i|you|me|my|your|do|does|did|can|could|would|will|what|which|who|whom|how|why|when|where|there|any|some|all|about|tell|show|list|give|name|please|model|models|card|cards|catalog|speaks?|made|makes?)\b|哪些|哪个|哪家|什么|怎么|如何|为什么|多少|是不是|有没有|告诉|介绍|一下|请问|关于|模型|卡片|图鉴|一个|一首|[的是了吗呢有在和与吧请]/gi;

/** The question without the words that every question has. */
export function withoutFillers(question: string): string {
  return question.replace(fillers, ' ').replace(/\s+/g, ' ').trim();
}

const topicIndex = new Bm25Index(topics.map((topic) => ({ item: topic, text: askedWith[topic] })));

/** What a question wants to know: the topic that fits best, and others nearly as good. */
export function askedTopics(question: string): Topic[] {
  const found = topicIndex.search(question);
  const best = found[0]?.score ?? 0;
  return found
    .filter(({ score }) => score >= best * 0.8)
    .map(({ item }) => item)
    .slice(0, 3);
}

/** True where the question looks for the children of the named models, not for facts about these. */
export function asksForDerivatives(question: string, name: string): boolean {
  if (/\b(derivatives?|descendants?|successors)\b|衍生|派生/i.test(question)) return true;
  const at = question.search(/\b(based on|derived from|descend from|built on|made from)\b|基于/i);
  return at >= 0 && at < question.toLowerCase().indexOf(name.toLowerCase());
}

const organisations: Readonly<Record<string, RegExp>> = {
  AI21: /\bai21\b/i,
  Baidu: /\bbaidu\b|百度/i,
  BigScience: /\bbigscience\b/i,
  DeepMind: /\bdeepmind\b/i,
  Google: /\bgoogle\b|谷歌/i,
  'Hugging Face': /\bhugging ?face\b/i,
  Meta: /\bmeta\b|\bfacebook\b|脸书/i,
  Microsoft: /\bmicrosoft\b|微软/i,
  NVIDIA: /\bnvidia\b|英伟达/i,
  OpenAI: /\bopenai\b/i,
  Stanford: /\bstanford\b|斯坦福/i,
  Tsinghua: /\btsinghua\b|清华/i,
  Zhipu: /\bzhipu\b|智谱/i,
};

type Facet = { topic: Topic; keep(card: Card): boolean };

/** Properties by which a question chooses cards: maker, openness, year. */
function facetsOf(question: string): Facet[] {
  const facets: Facet[] = [];
  for (const [organisation, named] of Object.entries(organisations)) {
    if (!named.test(question)) continue;
    const ids = new Set(listCards({ organisation }).map(({ id }) => id));
    facets.push({ topic: 'date', keep: ({ id }) => ids.has(id) });
  }
  if (/\bopen(ly)?[- ]?(source|weights?)?\b|开源|开放权重/i.test(question)) {
    facets.push({ topic: 'licence', keep: isOpen });
  }
  const year = /(?<!\d)(?:19|20)\d\d(?!\d)/.exec(question)?.[0];
  if (year) {
    facets.push({
      topic: 'date',
      keep: ({ verified }) => verified.releaseDate.value?.startsWith(year) ?? false,
    });
  }
  return facets;
}

/** The cards that a question chooses by their properties, and what to say of each; null where it names none. */
export function chosenByFacets(question: string): { found: Card[]; topic: Topic } | null {
  const facets = facetsOf(question);
  const [first] = facets;
  if (!first) return null;
  return { found: cards.filter((card) => facets.every(({ keep }) => keep(card))), topic: first.topic };
}
