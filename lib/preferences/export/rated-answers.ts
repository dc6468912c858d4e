import type { ResponseStatus } from '#lib/arena/schema.ts';
import type { Message } from '#lib/endpoints/ask.ts';
import type { Rating } from '#lib/preferences/ballot-schema.ts';
import { conversationOf } from '#lib/preferences/export/conversation.ts';
import type { RowNotes } from '#lib/preferences/export/export-format.ts';
import type { LeftOutReason } from '#lib/preferences/export/left-out-reasons.ts';
import type { LogRecord } from '#lib/preferences/export/log-record.ts';

export type RatedAnswer = { context: Message[]; text: string; isGood: boolean };

/**
 * Answers that were judged good or bad by themselves: by a thumb, else by the overall rating (5 to 7 good, 1 to 3
 * bad). A pair says nothing of this kind: the better of two bad answers is still bad.
 */
export function ratedAnswers(record: LogRecord, notes: RowNotes): RatedAnswer[] {
  return record.lanes.flatMap((lane) => {
    const { text, status } = lane.response;
    const verdict = verdictOf(record.ratings[lane.id]);
    const reason = verdict === null ? 'not-rated' : verdict === 'neutral' ? 'neutral' : flawOf(status, text);
    if (reason !== null) {
      notes.leaveOut(reason);
      return [];
    }
    return [{ context: conversationOf(record, lane), text, isGood: verdict === 'good' }];
  });
}

function flawOf(status: ResponseStatus, text: string): LeftOutReason | null {
  if (text.trim() === '') return 'empty-answer';
  return status === 'complete' ? null : 'unfinished';
}

function verdictOf(rating: Rating | undefined): 'good' | 'bad' | 'neutral' | null {
  if (rating?.thumb !== undefined) return rating.thumb === 'up' ? 'good' : 'bad';
  if (rating?.overall === undefined) return null;
  if (rating.overall === 4) return 'neutral';
  return rating.overall > 4 ? 'good' : 'bad';
}
