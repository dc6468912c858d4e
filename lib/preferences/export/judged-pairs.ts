import type { Message } from '#lib/endpoints/ask.ts';
import { conversationOf } from '#lib/preferences/export/conversation.ts';
import type { RowNotes } from '#lib/preferences/export/export-format.ts';
import type { LaneRecord, LogRecord } from '#lib/preferences/export/log-record.ts';
import { ballotPairs } from '#lib/rating/ballot-pairs.ts';

/** Two answers of which one is better, each with the conversation it continued. */
export type JudgedPair = {
  chosen: { context: Message[]; text: string };
  rejected: { context: Message[]; text: string };
  /** 1 to 3 where the rater said how much better, else 0: the scale of Llama 2's larger margins. */
  margin: number;
};

/**
 * Every pair of a ranking in which one answer is better, then the rater's own better answers over the best answer
 * that was given. The strength of a ballot speaks of its first place.
 */
export function judgedPairs(record: LogRecord, notes: RowNotes): JudgedPair[] {
  const laneOf = (id: string) => record.lanes.find((lane) => lane.id === id);
  const lanes = record.lanes.map(({ id }) => id);
  const found = ballotPairs({ lanes, ranking: record.ranking, allBad: record.allBad });
  if (found.length === 0 && !record.allBad) notes.leaveOut('unranked');
  const pairs: JudgedPair[] = [];
  for (const { a, b, outcome } of found) {
    const chosen = laneOf(a);
    const rejected = laneOf(b);
    if (!chosen || !rejected) continue;
    if (outcome === 'ties') notes.leaveOut('tied');
    else if (outcome === 'bothBad') notes.leaveOut('all-bad');
    else {
      const isFirst = record.ranking[0]?.includes(a) ?? false;
      pairs.push({
        chosen: { context: conversationOf(record, chosen), text: chosen.response.text },
        rejected: { context: conversationOf(record, rejected), text: rejected.response.text },
        margin: isFirst ? (record.strength ?? 0) : 0,
      });
    }
  }
  pairs.push(...idealPairs(record));
  return pairs.filter((pair) => isUsable(pair, notes));
}

/** The answers raters wrote themselves, each with the lane it was written for. */
export function idealsOf(record: LogRecord): { lane: LaneRecord; ideal: string }[] {
  if (Object.keys(record.ratings).length === 0) return [];
  return record.lanes.flatMap((lane) => {
    const ideal = record.ratings[lane.id]?.ideal;
    return ideal === undefined || ideal.trim() === '' ? [] : [{ lane, ideal }];
  });
}

function idealPairs(record: LogRecord): JudgedPair[] {
  const bestId = record.ranking[0]?.[0];
  return idealsOf(record).flatMap(({ lane, ideal }) => {
    const best = record.lanes.find(({ id }) => id === (bestId ?? lane.id)) ?? lane;
    const context = conversationOf(record, best);
    return [{ chosen: { context, text: ideal }, rejected: { context, text: best.response.text }, margin: 0 }];
  });
}

/** Two answers that say the same teach nothing, nor does one that says nothing: some trainers refuse it. */
function isUsable(pair: JudgedPair, notes: RowNotes): boolean {
  if (isBlank(pair.chosen.text) || isBlank(pair.rejected.text)) {
    notes.leaveOut('empty-answer');
    return false;
  }
  if (pair.chosen.text === pair.rejected.text) {
    notes.leaveOut('same-answer');
    return false;
  }
  if (!isSame(pair.chosen.context, pair.rejected.context)) notes.mixContexts();
  return true;
}

const isBlank = (text: string) => text.trim() === '';

function isSame(one: readonly Message[], other: readonly Message[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ role, content }, index) => role === other[index]?.role && content === other[index].content)
  );
}
