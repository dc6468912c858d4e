import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { CitedSource } from '#components/catalog/source-marks.tsx';
import { type StatedField, statedCell } from '#components/catalog/stated-cells.ts';
import { useCardWords } from '#components/catalog/use-card-words.ts';
import type { Card, CardWithLineage, Confidence } from '#lib/catalog/schema.ts';

/** What the document has no column for. */
const unstated = ['trainingData', 'method', 'contextWindow', 'licence'] as const;
type UnstatedField = (typeof unstated)[number];
export type FactName = StatedField | UnstatedField;

export type CardFactEntry = {
  name: FactName;
  term: string;
  content: ReactNode;
  confidence?: Confidence;
  /** Which of the card's sources bear it, as far as that is known. */
  cited: readonly CitedSource[];
  note?: string | undefined;
  /** The document's cell: null when it is blank, undefined when there is none. */
  stated: string | null | undefined;
  /** A blank cell that means yes: of models that are open the document says nothing. */
  isReadAsOpen: boolean;
};

function TrainingTokens({ values }: { values: Card['verified']['trainingTokens']['value'] }) {
  const t = useTranslations('catalog');
  const words = useCardWords();
  return values.map(({ tokensB, appliesTo, meaning }) => (
    <p key={`${appliesTo.en} ${meaning.en}`} className="last-of-type:inline">
      {tokensB !== null && <span>{t('tokens', { count: words.billions(tokensB) })} </span>}
      <span className={tokensB === null ? undefined : 'text-faint text-sm'}>
        {tokensB === null
          ? words.say(meaning)
          : t('tokensOf', { meaning: words.say(meaning), sizes: words.say(appliesTo) })}
      </span>
    </p>
  ));
}

function Licence({ licence }: { licence: Card['verified']['licence']['value'] }) {
  const t = useTranslations('catalog');
  const words = useCardWords();
  return (
    <>
      {words.say(licence.licence)}
      {typeof licence.commercialUse === 'boolean' && (
        <span className="text-soft"> · {t(licence.commercialUse ? 'commercial.yes' : 'commercial.no')}</span>
      )}
      {licence.commercialUse !== null && typeof licence.commercialUse === 'object' && (
        <span className="text-soft">
          {' · '}
          {t('commercial.some', { condition: words.say(licence.commercialUse) })}
        </span>
      )}
    </>
  );
}

const order: readonly FactName[] = [
  'organisation',
  'releaseDate',
  'parameters',
  'trainingData',
  'trainingTokens',
  'architecture',
  'basedOn',
  'method',
  'contextWindow',
  'languages',
  'modality',
  'licence',
  'weights',
];

/** Reads what a card states, line by line; what is empty by nature (a program's parameters) is left out. */
export function useFactReader(): (card: CardWithLineage) => CardFactEntry[] {
  const contentsOf = useContentReader();
  const t = useTranslations('catalog');
  const words = useCardWords();
  return (card) => {
    const contents = contentsOf(card);
    const { verified } = card;
    // Whether the weights are open is part of what is known of the licence; its note stands there.
    const weights = { ...verified.licence, note: undefined };
    const facts = { ...verified, method: verified.instructionMethod, weights };
    return order.flatMap((name) => {
      const content = contents[name];
      if (content === null) return [];
      const fact = facts[name];
      return {
        name,
        term: t(`fields.${name}`),
        content,
        cited: listCited(card, fact?.sources ?? []),
        ...(fact ? { confidence: fact.confidence, note: fact.note && words.say(fact.note) } : {}),
        stated: isStated(name) ? statedCell(card, name) : undefined,
        isReadAsOpen: name === 'weights' && card.asStated.openAsRead === true,
      };
    });
  };
}

const isStated = (name: FactName): name is StatedField => !unstated.some((other) => other === name);

/** The sources with these ids, in the order of the card. */
function listCited(card: Card, ids: readonly string[]): CitedSource[] {
  return card.sources.flatMap(({ id, title }, index) =>
    ids.includes(id) ? { number: index + 1, title } : [],
  );
}

function useContentReader(): (card: CardWithLineage) => Record<FactName, ReactNode> {
  const t = useTranslations('catalog');
  const words = useCardWords();
  const kinds = (list: readonly string[]) => words.list(list.map(words.modality));
  return ({ verified: facts, lineage, kind }) => {
    const isProgram = kind === 'program';
    const parents = [...lineage.basedOn.map(({ name }) => name), facts.basedOn.external ?? []].flat();
    const { parameters, trainingData, trainingTokens, contextWindow, modality, licence } = facts;
    const sizes =
      parameters.value.length > 0 ? words.list(parameters.value.map(words.billions)) : t('notPublished');
    return {
      organisation: words.list(facts.organisation.value),
      releaseDate: words.date(facts.releaseDate),
      parameters: isProgram ? null : sizes,
      trainingData: trainingData ? words.sentences(trainingData.value) : null,
      trainingTokens:
        trainingTokens.value.length > 0 ? <TrainingTokens values={trainingTokens.value} /> : null,
      architecture: t(`architecture.${facts.architecture.value}`),
      basedOn: isProgram ? null : parents.length > 0 ? words.list(parents) : t('none'),
      method:
        facts.instructionMethod.value.length > 0 ? words.sentences(facts.instructionMethod.value) : t('none'),
      contextWindow: contextWindow
        ? t('tokens', { count: words.list(contextWindow.value.map(words.count)) })
        : null,
      languages: words.list(facts.languages.value.map(words.language)),
      modality: `${kinds(modality.value.input)} → ${kinds(modality.value.output)}`,
      licence: <Licence licence={licence.value} />,
      weights: isProgram ? null : words.weights(licence.value.weightsOpen),
    };
  };
}

/** True where a sentence about the source document speaks of this fact. */
export function isFactDifferent(card: Card, name: FactName): boolean {
  return card.discrepancies.some(({ about }) => about.some((topic) => topic === name));
}
