import { CardFact } from '#components/catalog/card-fact.tsx';
import { useFactReader } from '#components/catalog/use-card-facts.tsx';
import type { CardWithLineage } from '#lib/catalog/schema.ts';

/** Who, when, how big, on which base, trained how, under which licence; with confidence and the document's cells. */
export function CardFacts({ card }: { card: CardWithLineage }) {
  const facts = useFactReader()(card);
  return (
    <dl>
      {facts.map((fact) => (
        <CardFact key={fact.name} fact={fact} />
      ))}
    </dl>
  );
}
