import type { PairOutcome } from '#lib/rating/pair-counts.ts';
import { RowFault } from '#lib/records/row-fault.ts';

/** One vote, or many alike, read from a row of a file. */
export type BattleVotes = { a: string; b: string; outcome: PairOutcome; weight: number };

type Row = Readonly<Record<string, unknown>>;

const winnerWords = new Map<string, PairOutcome>([
  ...['model_a', 'leftvote', 'left', 'x'].map((word) => [word, 'winsA'] as const),
  ...['model_b', 'rightvote', 'right', 'y'].map((word) => [word, 'winsB'] as const),
  ...['tie', 'tievote', 'draw'].map((word) => [word, 'ties'] as const),
  ...['tie (bothbad)', 'both_bad', 'bothbad', 'bothbad_vote'].map((word) => [word, 'bothBad'] as const),
]);

const nameColumns = [
  ['model_a', 'model_b'],
  ['left', 'right'],
  ['model_a_name', 'model_b_name'],
] as const;

const countColumns = [
  ['wins_a', 'winsA', true],
  ['wins_b', 'winsB', true],
  ['ties', 'ties', false],
  ['both_bad', 'bothBad', false],
] as const;

/**
 * The votes in one row, whatever published arena vocabulary it speaks: counts per pair; model_a, model_b, winner
 * (LMArena, MT-Bench, arena-rank); one-hot winner columns (Kaggle); left, right, winner (evalica); compar:IA votes;
 * FastChat log lines; Open WebUI feedback.
 * @returns an empty list for a row that is no vote between two models (a chat line of a log, a thumb without
 *   siblings, a model against itself).
 * @throws RowFault
 */
export function readBattleRow(row: Row): BattleVotes[] {
  if (row.models !== undefined && row.type !== undefined) return readFastChatLine(row);
  if (row.data !== undefined && typeof row.data === 'object') return readOpenWebUi(row.data);
  const columns = nameColumns.find(([a, b]) => row[a] !== undefined || row[b] !== undefined);
  if (columns === undefined) throw new RowFault('no-models', { fields: 'model_a, model_b' });
  const a = readName(row, columns[0]);
  const b = readName(row, columns[1]);
  if (row.wins_a !== undefined || row.wins_b !== undefined) return a === b ? [] : readCounts(row, a, b);
  const outcome = readOutcome(row, a, b);
  return a === b ? [] : [{ a, b, outcome, weight: 1 }];
}

function readName(row: Row, column: string): string {
  const name = row[column];
  if (typeof name !== 'string' || name.trim() === '') throw new RowFault('wrong-field', { field: column });
  return name;
}

function readCounts(row: Row, a: string, b: string): BattleVotes[] {
  return countColumns.flatMap(([column, outcome, isNeeded]) => {
    const raw = row[column];
    if (raw === undefined && !isNeeded) return [];
    const weight = raw === '' || raw === null ? Number.NaN : Number(raw);
    if (!(weight >= 0 && weight <= 1e12)) {
      throw new RowFault('wrong-count', { field: column, value: quote(raw) });
    }
    return weight === 0 ? [] : [{ a, b, outcome, weight }];
  });
}

function readOutcome(row: Row, a: string, b: string): PairOutcome {
  if (row.winner !== undefined) return readWinner(row.winner, a, b);
  if (row.winner_model_a !== undefined) {
    const columns = [
      ['winner_model_a', 'winsA'],
      ['winner_model_b', 'winsB'],
      ['winner_tie', 'ties'],
    ] as const;
    const chosen = columns.filter(([column]) => isYes(row[column]));
    if (chosen.length === 1 && chosen[0]) return chosen[0][1];
    throw new RowFault('no-one-winner', { fields: columns.map(([column]) => column).join(', ') });
  }
  if (row.chosen_model_name !== undefined || row.both_equal !== undefined) {
    if (isYes(row.both_equal)) return 'ties';
    return readWinner(row.chosen_model_name, a, b);
  }
  throw new RowFault('no-winner');
}

function readWinner(winner: unknown, a: string, b: string): PairOutcome {
  if (typeof winner === 'string') {
    const outcome = winnerWords.get(winner) ?? winnerWords.get(winner.trim().toLowerCase());
    if (outcome !== undefined) return outcome;
    if (winner === a) return 'winsA';
    if (winner === b) return 'winsB';
  }
  throw new RowFault('unknown-winner', { value: quote(winner) });
}

/** `{"type": "leftvote", "models": ["a", "b"], "states": [...]}`; a blind vote names its models in the states. */
function readFastChatLine({ type, models, states }: Row): BattleVotes[] {
  const outcome = typeof type === 'string' && type.endsWith('vote') ? winnerWords.get(type) : undefined;
  if (outcome === undefined || !Array.isArray(models) || models.length !== 2) return [];
  const names = models.map((model: unknown, side) => {
    if (typeof model === 'string' && model !== '') return model;
    const state: unknown = Array.isArray(states) ? states[side] : undefined;
    return typeof state === 'object' && state !== null && 'model_name' in state ? state.model_name : '';
  });
  const [a, b] = names;
  if (typeof a !== 'string' || typeof b !== 'string' || a === '' || b === '') {
    throw new RowFault('no-models', { fields: 'models' });
  }
  return a === b ? [] : [{ a, b, outcome, weight: 1 }];
}

/** A thumb on one of K sibling answers: it wins (or loses) against each of the others, 2/K a pair. */
function readOpenWebUi(data: object | null): BattleVotes[] {
  const { rating, model_id: model, sibling_model_ids: siblings } = (data ?? {}) as Row;
  if (!Array.isArray(siblings) || siblings.length === 0 || typeof model !== 'string') return [];
  const thumb = Number(rating);
  if (thumb !== 1 && thumb !== -1) throw new RowFault('wrong-rating', { value: quote(rating) });
  const weight = 2 / (siblings.length + 1);
  return siblings
    .filter((sibling): sibling is string => typeof sibling === 'string' && sibling !== model)
    .map((b) => ({ a: model, b, outcome: thumb === 1 ? 'winsA' : 'winsB', weight }));
}

const isYes = (value: unknown) =>
  value === true || value === 1 || (typeof value === 'string' && /^(1|1\.0|true)$/i.test(value.trim()));

const quote = (value: unknown) => JSON.stringify(value ?? null).slice(0, 60);
