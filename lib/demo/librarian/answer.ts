import { cards } from '#lib/catalog/cards.ts';
import type { Card } from '#lib/catalog/schema.ts';
import { searchText } from '#lib/catalog/search-text.ts';
import { Bm25Index } from '#lib/demo/librarian/bm25.ts';
import { type Fact, factsOf, type Language, type Topic } from '#lib/demo/librarian/facts.ts';
import { findNamedCards } from '#lib/demo/librarian/named-cards.ts';
import {
  askedTopics,
  asksForDerivatives,
  chosenByFacets,
  withoutFillers,
} from '#lib/demo/librarian/question.ts';
import { words } from '#lib/demo/librarian/words.ts';
import { isChinese } from '#lib/demo/program.ts';

const mostListed = 12;
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

const cardIndex = new Bm25Index(
  cards.map((card) => {
    const facts = factsOf(card).flatMap(({ value }) => [value.en, value.zh]);
    return { item: card, text: [searchText(card), ...new Set(facts)].join(' ') };
  }),
);

function factLine(fact: Fact, language: Language): string {
  return `- **${words[language].topics[fact.topic]}**${words[language].separator}${fact.value[language]}`;
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
  const shown = wanted.length > 0 ? wanted : overviewOf(facts);
  const lines = shown.map((fact) => factLine(fact, language)).join('\n');
  return [`### ${card.name}`, lines, sourceLine(card, language)].join('\n\n');
}

const overviewOf = (facts: readonly Fact[]) =>
  overview.flatMap((topic) => facts.filter((fact) => fact.topic === topic));

function listing(found: readonly Card[], topic: Topic, language: Language): string {
  const { found: count, more, separator } = words[language];
  const lines = found.slice(0, mostListed).map((card) => {
    const fact = factsOf(card).find((candidate) => candidate.topic === topic);
    return `- **${card.name}** (\`${card.id}\`)${fact ? separator + fact.value[language] : ''}`;
  });
  const rest = found.length - lines.length;
  return [count(found.length), lines.join('\n'), ...(rest > 0 ? [more(rest)] : [])].join('\n\n');
}

function unknownAnswer(language: Language): string {
  const { unknown, examples } = words[language];
  return [unknown, examples.map((example) => `- ${example}`).join('\n')].join('\n\n');
}

/** For questions that name no model: a clear winner is described, cards that fit about equally well are listed. */
function searchAnswer(question: string, language: Language): string | null {
  const wanted = withoutFillers(question);
  const found = cardIndex.search(wanted).filter(({ matched }) => matched >= 0.6);
  const best = found[0]?.score ?? 0;
  const near = found.filter(({ score }) => score >= best * 0.6).map(({ item }) => item);
  if (near.length === 0) return null;
  if (near.length > 2) return listing(near, 'remark', language);
  return near.map((card) => describeCard(card, [], language)).join('\n\n');
}

function answerAbout(named: readonly Card[], question: string, language: Language): string {
  const children = cards.filter(({ verified }) =>
    named.some(({ id }) => verified.basedOn.value.includes(id)),
  );
  const [first] = named;
  if (first && children.length > 0 && asksForDerivatives(question, first.name)) {
    return listing(children, 'method', language);
  }
  const names = named.flatMap(({ id, name }) => [id, name]).map((name) => name.replace(/[^\w\s-]/g, '.'));
  const rest = question.replace(new RegExp(names.join('|'), 'gi'), ' ');
  const asked = askedTopics(rest);
  return named
    .slice(0, 3)
    .map((card) => describeCard(card, asked, language))
    .join('\n\n');
}

/** Markdown that answers the last of the questions, in its language; "it" is the model named last before it. */
export function answerQuestions(questions: readonly string[]): string {
  const question = (questions.at(-1) ?? '').slice(0, 10_000);
  const language = isChinese(question) ? 'zh' : 'en';
  const named = findNamedCards(question);
  if (named.length > 0) return answerAbout(named, question, language);
  if (/\b(it|its|they|this model|that model)\b|它|这个模型|那个模型/i.test(question)) {
    const before = questions.slice(0, -1).map(findNamedCards);
    const meant = before.findLast((found) => found.length > 0);
    if (meant) return answerAbout(meant, question, language);
  }
  const chosen = chosenByFacets(question);
  if (chosen && chosen.found.length > 0) return listing(chosen.found, chosen.topic, language);
  return searchAnswer(question, language) ?? unknownAnswer(language);
}
