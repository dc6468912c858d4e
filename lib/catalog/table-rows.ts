import { listArenaEntries } from '#lib/catalog/arena-history.ts';
import { findCard } from '#lib/catalog/cards.ts';
import { listErrata } from '#lib/catalog/errata.ts';
import type { Card } from '#lib/catalog/schema.ts';
import { searchText } from '#lib/catalog/search-text.ts';
import type { TableRow } from '#lib/catalog/table-view.ts';

/** The largest count of tokens seen in its own training; null where only a corpus or the base was counted. */
export function tokensSeen(card: Card): number | null {
  const counts = card.verified.trainingTokens.value.flatMap(({ tokensB, meaning, appliesTo }) =>
    tokensB !== null && !/corpus/.test(meaning.en) && !/^(base|fine-tuning)\b/.test(appliesTo.en)
      ? tokensB
      : [],
  );
  return counts.length > 0 ? Math.max(...counts) : null;
}

export function toTableRow(card: Card): TableRow {
  const { verified, access } = card;
  const parents = verified.basedOn.value.flatMap((id) => findCard(id) ?? []);
  const ratings = listArenaEntries(card).map(({ rating }) => rating);
  return {
    id: card.id,
    name: card.name,
    kind: card.kind,
    organisation: verified.organisation.value,
    releaseDate: verified.releaseDate.value,
    datePrecision: verified.releaseDate.precision,
    parameters: verified.parameters.value.at(-1) ?? null,
    trainingTokens: tokensSeen(card),
    contextWindow: verified.contextWindow?.value.at(-1) ?? null,
    architecture: verified.architecture.value,
    basedOn: parents.map(({ id, name }) => ({ id, name })),
    method: verified.instructionMethod.value,
    languages: verified.languages.value,
    licence: verified.licence.value.licence,
    access: access.status,
    arena: ratings.length > 0 ? Math.max(...ratings) : null,
    errata: listErrata(card).length,
    searchText: searchText(card),
  };
}
