import { hash } from 'node:crypto';
import { promptTraits } from '#lib/arena/prompt-traits.ts';
import { emptyResponse, type LaneRecord, type LogRecord } from '#lib/preferences/export/log-record.ts';
import type { Battle, BattleAnswer } from '#lib/preferences/import/battle.ts';
import type { ImportFormatName } from '#lib/preferences/import/format-names.ts';

/**
 * A vote as a record of the log. Its ids come from the source's own, so the same row gives the same record wherever
 * and however often it is read; its rater begins with `import:` and names the format.
 */
export function toRecord(format: ImportFormatName, battle: Battle): LogRecord {
  const idOf = (what: string) => nameId(battle.at, `${format}\n${battle.sourceId}\n${what}`);
  const at = battle.at.toISOString();
  const raterId = `import:${format}${battle.judge === '' ? '' : `:${battle.judge.slice(0, 150)}`}`;
  const [a, b] = battle.answers.map((answer, position) => ({
    ...answer,
    position,
    laneId: idOf(`lane ${position}`),
  }));
  if (!a || !b) throw new RangeError('A battle has two answers');
  const sides = [a, b];
  const threads = sides.map(({ messages }) => messages.filter(({ role }) => role !== 'system'));
  const prompts = (threads[0] ?? []).filter(({ role }) => role === 'user').map(({ content }) => content);
  const last = prompts.length - 1;
  const answerAt = (side: number, turn: number) => threads[side]?.[2 * turn + 1]?.content ?? '';
  const turn = (index: number) => turnRecord(idOf(`turn ${index}`), index, prompts[index] ?? '', at);
  const lanes = sides.map(({ laneId, position, model, messages }) => ({
    ...laneRecord(laneId, position, model, systemOf(messages)),
    response: responseRecord(idOf(`response ${position} ${last}`), answerAt(position, last), at),
  }));
  return {
    format: 'baijia-1',
    id: idOf('ballot'),
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
      id: idOf('comparison'),
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
      responses: sides.map(({ laneId, position }) => ({
        ...responseRecord(idOf(`response ${position} ${index}`), answerAt(position, index), at),
        laneId,
      })),
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
  const endpoint: LaneRecord['endpoint'] = {
    id: importedEndpointId(model),
    name: model,
    protocol: 'chat',
    // Nobody can be asked there: RFC 2606 keeps this name out of the world.
    baseUrl: 'http://imported.invalid/v1',
    model,
    cardId: null,
    price: null,
  };
  return { id, position, endpoint, params: {}, system };
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

/**
 * A UUID of version 8 (RFC 9562): the time in milliseconds, as version 7 begins, so that what belongs together stands
 * together in the database's indexes; then bits of a digest.
 */
function nameId(at: Date, name: string): string {
  const time = Math.max(0, at.getTime()).toString(16).padStart(12, '0').slice(-12);
  const hex = hash('sha256', name, 'hex');
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
