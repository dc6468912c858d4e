import { hash } from 'node:crypto';
import { promptTraits } from '#lib/arena/prompt-traits.ts';
import { emptyResponse, type LaneRecord, type LogRecord } from '#lib/preferences/export/log-record.ts';
import type { Battle, BattleAnswer } from '#lib/preferences/import/battle.ts';
import type { BattleIds } from '#lib/preferences/import/battle-ids.ts';
import type { ImportFormatName } from '#lib/preferences/import/format-names.ts';

/**
 * A vote as a record of the log. Its ids come from the source's own, so the same row gives the same record wherever
 * and however often it is read; its rater begins with `import:` and names the format.
 */
export function toRecord(format: ImportFormatName, battle: Battle, ids: BattleIds): LogRecord {
  const at = battle.at.toISOString();
  const raterId = `import:${format}${battle.judge === '' ? '' : `:${battle.judge.slice(0, 150)}`}`;
  const [a, b] = battle.answers.map((answer, position) => ({
    ...answer,
    position,
    laneId: ids.lane(position),
  }));
  if (!a || !b) throw new RangeError('A battle has two answers');
  const sides = [a, b];
  const threads = sides.map(({ messages }) => messages.filter(({ role }) => role !== 'system'));
  const prompts = (threads[0] ?? []).filter(({ role }) => role === 'user').map(({ content }) => content);
  const last = prompts.length - 1;
  const answerAt = (side: number, turn: number) => threads[side]?.[2 * turn + 1]?.content ?? '';
  const turn = (index: number) => turnRecord(ids.turn(index), index, prompts[index] ?? '', at);
  const response = (position: number, index: number) =>
    responseRecord(ids.response(index, position), answerAt(position, index), at);
  const lanes = sides.map(({ laneId, position, model, messages }) => ({
    ...laneRecord(laneId, position, model, systemOf(messages)),
    response: response(position, last),
  }));
  return {
    format: 'baijia-1',
    id: ids.ballot,
    raterId,
    mode: battle.mode,
    ranking: rankingOf(battle, a.laneId, b.laneId),
    allBad: battle.outcome === 'bothBad',
    strength: null,
    ratings: ratingsOf(battle, a.laneId),
    comment: battle.comment ?? null,
    durationMs: null,
    revision: 1,
    createdAt: at,
    updatedAt: at,
    comparison: {
      id: ids.comparison,
      raterId,
      mode: battle.mode,
      title: null,
      system: null,
      createdAt: at,
    },
    turn: turn(last),
    lanes,
    past: prompts.slice(0, -1).map((_, index) => ({
      ...turn(index),
      responses: sides.map(({ laneId, position }) => ({ ...response(position, index), laneId })),
    })),
    revisions: [],
    exclusions: [],
    tags: [],
    note: null,
  };
}

function ratingsOf({ thumb, overall }: Battle, laneId: string): LogRecord['ratings'] {
  if (thumb === undefined && overall === undefined) return {};
  return {
    [laneId]: { ...(overall === undefined ? {} : { overall }), ...(thumb === undefined ? {} : { thumb }) },
  };
}

function rankingOf({ outcome }: Battle, a: string, b: string): string[][] {
  if (outcome === 'bothBad') return [];
  if (outcome === 'ties') return [[a, b]];
  return outcome === 'winsA' ? [[a], [b]] : [[b], [a]];
}

function turnRecord(id: string, index: number, prompt: string, createdAt: string): LogRecord['turn'] {
  return { id, index, prompt, status: 'complete', ...promptTraits(prompt, index), createdAt };
}

function laneRecord(id: string, position: number, model: string, system: string | null) {
  return { id, position, endpoint: endpointOf(model), params: {}, system };
}

/** A file names few models, and each of them in many rows. */
const endpoints = new Map<string, LaneRecord['endpoint']>();
const mostEndpoints = 1_000;

function endpointOf(model: string): LaneRecord['endpoint'] {
  const known = endpoints.get(model);
  if (known !== undefined) return known;
  const endpoint: LaneRecord['endpoint'] = Object.freeze({
    id: importedEndpointId(model),
    name: model,
    protocol: 'chat',
    // Nobody can be asked there: RFC 2606 keeps this name out of the world.
    baseUrl: 'http://imported.invalid/v1',
    model,
    cardId: null,
    price: null,
  });
  if (endpoints.size >= mostEndpoints) endpoints.clear();
  endpoints.set(model, endpoint);
  return endpoint;
}

function responseRecord(id: string, text: string, at: string): LaneRecord['response'] {
  return { ...emptyResponse, id, text, createdAt: at, updatedAt: at };
}

const systemOf = (messages: BattleAnswer['messages']) =>
  messages.find(({ role }) => role === 'system')?.content ?? null;

/** One endpoint a model name, whatever file names it. */
function importedEndpointId(model: string): string {
  const plain = model
    .toLowerCase()
    .replaceAll(/[^a-z0-9.]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 60);
  return `imported-${plain}-${hash('sha256', model, 'hex').slice(0, 6)}`;
}
