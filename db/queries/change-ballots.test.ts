import { beforeAll, expect, test } from 'vitest';
import { inTransaction } from '#db/client.ts';
import { listActions, listTags } from '#db/queries/actions.ts';
import { putBallot } from '#db/queries/ballots.ts';
import { listBoardOptions } from '#db/queries/board-options.ts';
import { changeBallot, changeBallots } from '#db/queries/change-ballots.ts';
import { streamExport } from '#db/queries/export-stream.ts';
import { countDifferences } from '#db/queries/pair-counts.ts';
import { getPreference, listPreferences } from '#db/queries/preferences.ts';
import { undoAction } from '#db/queries/undo-action.ts';
import { addAnsweredTurn, addRater, localRater } from '#db/testing/rows.ts';
import { setUpTestDatabase } from '#db/testing/test-database.ts';
import { ballotInputSchema } from '#lib/preferences/ballot-schema.ts';
import { bulkInputSchema, type Change, changeSchema } from '#lib/preferences/change-schema.ts';
import type { PreferenceFilter } from '#lib/preferences/log-schema.ts';

setUpTestDatabase();

const ids: string[] = [];
beforeAll(async () => {
  for (const prompt of ['First', 'Second', 'Third']) {
    const { turn, laneIds } = await addAnsweredTurn({ prompt });
    const ranking = laneIds.map((id) => [id]);
    const { ballot } = await putBallot(localRater, turn.id, ballotInputSchema.parse({ ranking }));
    ids.push(ballot.id);
  }
});

const at = (place: number) => ids[place] ?? '';
const change = (place: number, one: Change) => changeBallot(localRater, at(place), one);
const undo = (actionId: string | null) => undoAction(localRater, actionId ?? '');
const bulk = (filter: PreferenceFilter, one: Change, more = {}) =>
  changeBallots(localRater, bulkInputSchema.parse({ filter, change: one, ...more }));
const listed = async (filter: PreferenceFilter) => {
  const { data, count } = await listPreferences(filter, { limit: 50 });
  expect(count).toEqual({ value: data.length, exact: true });
  return data.map(({ id }) => ids.indexOf(id)).sort();
};
const differences = () => inTransaction(countDifferences);
const categories = async () => (await listBoardOptions()).categories;

test('a tag is a filter and a category of the board, and goes with its undoing', async () => {
  const hard = { kind: 'tag', value: 'hard' } as const;
  const { preference, actionId } = await change(0, hard);
  expect(preference.tags).toEqual(['hard']);
  expect(await listed({ tag: 'hard' })).toEqual([0]);
  expect(await listed({ tag: 'hard', language: 'fr' })).toEqual([]);
  expect(await listed({ tag: 'hard', q: 'first' })).toEqual([0]);
  expect(await listTags()).toEqual([{ tag: 'hard', ballots: 1 }]);
  expect(await categories()).toContainEqual({ value: 'tag:hard', ballots: 1 });
  expect(await differences()).toBe(0);
  // Again changes nothing, so there is nothing to undo.
  expect((await change(0, hard)).actionId).toBeNull();
  expect(await undo(actionId)).toEqual({ changed: 1 });
  expect((await getPreference(at(0))).tags).toEqual([]);
  expect(await categories()).toEqual([]);
  expect(await differences()).toBe(0);
  await expect(undo(actionId)).rejects.toMatchObject({ code: 'conflict' });
});

test('undoing takes back one action and leaves what others did before and after it', async () => {
  const easy = { kind: 'tag', value: 'easy' } as const;
  await change(1, easy);
  const many = await bulk({}, easy, { expected: 3 });
  expect(many).toMatchObject({ matched: 3, changed: 2 });
  const removed = await change(2, { kind: 'untag', value: 'easy' });
  expect(await undo(many.actionId)).toEqual({ changed: 1 });
  expect(await listed({ tag: 'easy' })).toEqual([1]);
  // What it took away had come with an action that is undone.
  await expect(undo(removed.actionId)).rejects.toMatchObject({ code: 'conflict' });
  expect(await listed({ tag: 'easy' })).toEqual([1]);
  const own = await bulk({ tag: 'easy' }, { kind: 'untag', value: 'easy' });
  expect(await listed({ tag: 'easy' })).toEqual([]);
  expect(await undo(own.actionId)).toEqual({ changed: 1 });
  expect(await listed({ tag: 'easy' })).toEqual([1]);
  expect(await differences()).toBe(0);
});

test('a ballot excluded by hand leaves the counts and comes back; reasons of its vote stay', async () => {
  const { turn, laneIds } = await addAnsweredTurn({ prompt: 'Fourth' });
  const fast = { ranking: laneIds.map((id) => [id]), durationMs: 0 };
  const { ballot } = await putBallot(localRater, turn.id, ballotInputSchema.parse(fast));
  const spam = { kind: 'exclude', value: 'spam' } as const;
  const all = await bulk({}, spam);
  expect(all).toMatchObject({ matched: 4, changed: 4 });
  const excluded = await getPreference(ballot.id);
  expect(excluded.excluded.toSorted()).toEqual(['spam', 'too-fast']);
  expect(excluded.excludedByHand).toEqual(['spam']);
  expect(await listed({ excluded: 'none' })).toEqual([]);
  expect(await listed({ excluded: 'spam', mode: 'open', outcome: 'win', q: 'third' })).toEqual([2]);
  expect(await differences()).toBe(0);
  const included = await changeBallot(localRater, ballot.id, { kind: 'include', value: 'spam' });
  expect(included.preference.excluded).toEqual(['too-fast']);
  await undo(included.actionId);
  await undo(all.actionId);
  expect(await listed({ excluded: 'any' })).toEqual([-1]);
  expect(await listed({ excluded: 'none' })).toEqual([0, 1, 2]);
  expect((await getPreference(ballot.id)).excluded).toEqual(['too-fast']);
  expect(await differences()).toBe(0);
});

test('a note has its author, gives way to the next one and comes back', async () => {
  const other = await addRater('other');
  const first = await changeBallot(other, at(0), { kind: 'note', value: 'look again' });
  expect(first.preference.note).toMatchObject({ text: 'look again', raterId: 'other' });
  const second = await change(0, { kind: 'note', value: 'done' });
  expect(second.preference.note).toMatchObject({ text: 'done', raterId: 'local' });
  await expect(undoAction(other, first.actionId ?? '')).rejects.toMatchObject({ code: 'conflict' });
  await expect(undoAction(other, second.actionId ?? '')).rejects.toMatchObject({ code: 'not-found' });
  await undo(second.actionId);
  expect((await getPreference(at(0))).note).toMatchObject({ text: 'look again', raterId: 'other' });
  const gone = await change(0, { kind: 'note', value: '' });
  expect(gone.preference.note).toBeNull();
});

test('a bulk change says how many it would change, and refuses another number', async () => {
  const tag = { kind: 'tag', value: 'x' } as const;
  expect(await bulk({ q: 'nowhere' }, tag)).toEqual({ matched: 0, changed: 0, actionId: null });
  expect(await bulk({}, tag, { dryRun: true })).toEqual({ matched: 4, changed: 0, actionId: null });
  await expect(bulk({}, tag, { expected: 3 })).rejects.toMatchObject({ code: 'conflict' });
  expect((await listTags()).map((one) => one.tag)).not.toContain('x');
  const { actionId } = await bulk({ q: 'first' }, tag);
  const { data } = await listActions(localRater, { limit: 1 });
  expect(data).toMatchObject([{ id: actionId, kind: 'tag', value: 'x', filter: { q: 'first' }, ballots: 1 }]);
});

test('exports take the filters', async () => {
  await change(2, { kind: 'tag', value: '出口' });
  let rows = '';
  const query = { personalData: 'keep', tag: '出口' } as const;
  for await (const piece of streamExport({ format: 'baijia', query, pseudonymOf: (id) => id })) rows += piece;
  expect(JSON.parse(rows)).toMatchObject({ id: at(2), tags: [{ raterId: 'local' }] });
});

test.each([
  ['tag', '  two\n words ', 'two words'],
  ['exclude', 'an advertisement', 'an advertisement'],
])('words of a %s are put in shape', (kind, value, shaped) => {
  expect(changeSchema.parse({ kind, value })).toEqual({ kind, value: shaped });
});

test.each(['too-fast', 'any', ' imported ', ''])('%j is no reason by hand', (value) => {
  expect(changeSchema.safeParse({ kind: 'exclude', value }).success).toBe(false);
});
