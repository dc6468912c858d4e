import { cards } from '#lib/catalog/cards.ts';
import type { Card } from '#lib/catalog/schema.ts';
import { searchText } from '#lib/catalog/search-text.ts';
import { Bm25Index } from '#lib/demo/librarian/bm25.ts';
import {
  askedWith,
  type Fact,
  factsOf,
  type Language,
  type Topic,
  topics,
} from '#lib/demo/librarian/facts.ts';
import { findNamedCards } from '#lib/demo/librarian/named-cards.ts';
import { words } from '#lib/demo/librarian/words.ts';
import { type DemoProgram, isChinese, userTexts } from '#lib/demo/program.ts';
import { splitPieces } from '#lib/demo/split-pieces.ts';

const mostListed = 8;
const overview: readonly Topic[] = [
  'remark',
  'maker',
  'date',
  'size',
  'base',
  'method',
  'licence',
  'access',
  'difference',
];

const factIndex = new Bm25Index(
  cards.flatMap(factsOf).map((fact) => ({
    item: fact,
    text: `${fact.card.name} ${askedWith[fact.topic]} ${fact.value.en} ${fact.value.zh}`,
  })),
);
const cardIndex = new Bm25Index(cards.map((card) => ({ item: card, text: searchText(card) })));
const topicIndex = new Bm25Index(topics.map((topic) => ({ item: topic, text: askedWith[topic] })));

const factLine = (fact: Fact, language: Language) =>
  `- **${words[language].topics[fact.topic]}**${words[language].separator}${fact.value[language]}`;

function cardHeading(card: Card): string {
  return `### ${card.name}`;
}

function sourceLine(card: Card, language: Language): string {
  const { source, separator, card: cardWord } = words[language];
  const [first] = card.sources;
  const reference = first ? `[${first.title}](${first.url})` : card.id;
  return `*${source}${separator}${reference} · ${cardWord} \`${card.id}\`*`;
}

/** What was asked about one card: the topics of the question, or the main facts where it names none. */
function describeCard(card: Card, asked: readonly Topic[], language: Language): string {
  const facts = factsOf(card);
  const wanted = facts.filter(({ topic }) => asked.includes(topic));
  const shown = wanted.length > 0 ? wanted : facts.filter(({ topic }) => overview.includes(topic));
  return [
    cardHeading(card),
    shown.map((fact) => factLine(fact, language)).join('\n'),
    sourceLine(card, language),
  ].join('\n\n');
}

/** The topics a question asks for: the best one, and others nearly as good. */
function askedTopics(question: string): Topic[] {
  const found = topicIndex.search(question);
  const best = found[0]?.score ?? 0;
  return found
    .filter(({ score }) => score >= best * 0.8)
    .map(({ item }) => item)
    .slice(0, 3);
}

function withoutNames(question: string, named: readonly Card[]): string {
  const names = named.flatMap((card) => [card.id, card.name]);
  return names.reduce(
    (text, name) => text.replaceAll(new RegExp(name.replace(/[^\w\s-]/g, '.'), 'gi'), ' '),
    question,
  );
}

const derivedFrom =
  /\b(based on|derived from|descend\w*|derivatives?|built on|fine-?tuned from)\b|基于|衍生|派生|后代/i;

function listDerivatives(parents: readonly Card[]): Card[] {
  return cards.filter(({ verified }) => parents.some(({ id }) => verified.basedOn.value.includes(id)));
}

function listing(found: readonly Card[], topic: Topic, language: Language): string {
  const { found: count, more, separator } = words[language];
  const lines = found.slice(0, mostListed).map((card) => {
    const fact = factsOf(card).find((candidate) => candidate.topic === topic);
    return `- **${card.name}** \`${card.id}\`${fact ? separator + fact.value[language] : ''}`;
  });
  const rest = found.length - lines.length;
  return [count(found.length), lines.join('\n'), ...(rest > 0 ? [more(rest)] : [])].join('\n\n');
}

/** For questions that name no model: cards that fit about equally well are listed, a clear winner is described. */
function searchAnswer(question: string, language: Language): string | null {
  const scores = new Map<Card, number>();
  for (const { item, score } of cardIndex.search(question)) scores.set(item, score);
  for (const { item, score } of factIndex.search(question)) {
    if (scores.has(item.card)) continue;
    scores.set(item.card, score / 2);
  }
  const ranked = [...scores].sort((a, b) => b[1] - a[1]);
  const best = ranked[0]?.[1] ?? 0;
  if (best < 1.5) return null;
  const near = ranked.filter(([, score]) => score >= best * 0.75).map(([card]) => card);
  const asked = askedTopics(question);
  if (near.length > 2) return listing(near, asked[0] ?? 'remark', language);
  return near.map((card) => describeCard(card, asked, language)).join('\n\n');
}

function answer(texts: readonly string[]): string {
  const question = (texts.at(-1) ?? '').slice(0, 10_000);
  const language = isChinese(question) ? 'zh' : 'en';
  let named = findNamedCards(question);
  if (named.length === 0 && /\b(it|its|they|that one|this model)\b|它|这个模型|那个模型/i.test(question)) {
    named =
      texts
        .slice(0, -1)
        .map(findNamedCards)
        .findLast((found) => found.length > 0) ?? [];
  }
  if (named.length > 0) {
    const children =
      derivedFrom.test(question) && /\b(which|what|list)\b|哪|什么/i.test(question)
        ? listDerivatives(named)
        : [];
    if (children.length > 0) return listing(children, 'base', language);
    const asked = askedTopics(withoutNames(question, named));
    return named
      .slice(0, 3)
      .map((card) => describeCard(card, asked, language))
      .join('\n\n');
  }
  const { unknown, examples } = words[language];
  return (
    searchAnswer(question, language) ??
    [unknown, examples.map((example) => `- ${example}`).join('\n')].join('\n\n')
  );
}

/** Answers questions about the catalog out of its cards, in the language of the question. */
export const librarian: DemoProgram = {
  id: 'librarian',
  reply: ({ messages }) => splitPieces(answer(userTexts(messages))),
};
