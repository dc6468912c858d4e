import { useTranslations } from 'next-intl';
import { CardFact } from '#components/catalog/card-fact.tsx';
import { statedCell } from '#components/catalog/stated-cells.ts';
import { useCardWords } from '#components/catalog/use-card-words.ts';
import type { Card, CardWithLineage } from '#lib/catalog/schema.ts';

function TrainingTokens({ values }: { values: Card['verified']['trainingTokens']['value'] }) {
  const t = useTranslations('catalog');
  const words = useCardWords();
  return values.map(({ tokensB, appliesTo, meaning }) => (
    <p key={`${appliesTo} ${meaning}`} className="last-of-type:inline">
      {tokensB !== null && <span>{t('tokens', { count: words.billions(tokensB) })} </span>}
      <span lang="en" className={tokensB === null ? undefined : 'text-faint text-sm'}>
        {tokensB === null ? meaning : `${meaning} (${appliesTo})`}
      </span>
    </p>
  ));
}

/** Who, when, how big, on which base, trained how, under which licence; with confidence and the document's cells. */
export function CardFacts({ card }: { card: CardWithLineage }) {
  const t = useTranslations('catalog');
  const words = useCardWords();
  const { verified: facts, lineage } = card;
  const licence = facts.licence.value;
  const parents = [...lineage.basedOn.map(({ name }) => name), facts.basedOn.external].filter(Boolean);
  const isProgram = card.kind === 'program';
  const rest = (fact: { confidence: 'high' | 'medium' | 'low'; note?: string | undefined }) => ({
    confidence: fact.confidence,
    note: fact.note,
  });
  return (
    <dl>
      <CardFact
        term={t('fields.organisation')}
        {...rest(facts.organisation)}
        stated={statedCell(card, 'organisation')}
      >
        {words.list(facts.organisation.value)}
      </CardFact>
      <CardFact
        term={t('fields.releaseDate')}
        {...rest(facts.releaseDate)}
        stated={statedCell(card, 'releaseDate')}
      >
        {words.date(facts.releaseDate)}
      </CardFact>
      {!isProgram && (
        <CardFact
          term={t('fields.parameters')}
          {...rest(facts.parameters)}
          stated={statedCell(card, 'parameters')}
        >
          {facts.parameters.value.length > 0
            ? words.list(facts.parameters.value.map(words.billions))
            : t('notPublished')}
        </CardFact>
      )}
      {facts.trainingTokens.value.length > 0 && (
        <CardFact
          term={t('fields.trainingTokens')}
          {...rest(facts.trainingTokens)}
          stated={statedCell(card, 'trainingTokens')}
        >
          <TrainingTokens values={facts.trainingTokens.value} />
        </CardFact>
      )}
      <CardFact
        term={t('fields.architecture')}
        {...rest(facts.architecture)}
        stated={statedCell(card, 'architecture')}
      >
        {t(`architecture.${facts.architecture.value}`)}
      </CardFact>
      {!isProgram && (
        <CardFact term={t('fields.basedOn')} {...rest(facts.basedOn)} stated={statedCell(card, 'basedOn')}>
          {parents.length > 0 ? parents.join(', ') : t('none')}
        </CardFact>
      )}
      <CardFact term={t('fields.method')} {...rest(facts.instructionMethod)}>
        {facts.instructionMethod.value.length > 0 ? (
          <span lang="en">{facts.instructionMethod.value.join('; ')}</span>
        ) : (
          t('none')
        )}
      </CardFact>
      {facts.contextWindow && (
        <CardFact term={t('fields.contextWindow')} {...rest(facts.contextWindow)}>
          {t('tokens', { count: words.list(facts.contextWindow.value.map(words.count)) })}
        </CardFact>
      )}
      <CardFact
        term={t('fields.languages')}
        {...rest(facts.languages)}
        stated={statedCell(card, 'languages')}
      >
        {words.list(facts.languages.value.map(words.language))}
      </CardFact>
      <CardFact term={t('fields.licence')} {...rest(facts.licence)}>
        <span lang="en">{licence.licence}</span>
        {typeof licence.commercialUse === 'boolean' && (
          <span className="text-soft">
            {' '}
            · {t(licence.commercialUse ? 'commercial.yes' : 'commercial.no')}
          </span>
        )}
        {typeof licence.commercialUse === 'string' && <span lang="en"> · {licence.commercialUse}</span>}
      </CardFact>
      {!isProgram && (
        <CardFact term={t('fields.weights')} stated={statedCell(card, 'weights')}>
          {words.weights(licence.weightsOpen)}
        </CardFact>
      )}
    </dl>
  );
}
