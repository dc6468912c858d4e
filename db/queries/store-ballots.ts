import { and, eq, sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { checkBallot, contentOf, isSameContent, judgedModeOf } from '#db/queries/ballot-content.ts';
import { dropExclusionsAtVote, listExclusions, reasonsAtVote } from '#db/queries/ballot-exclusions.ts';
import { toLaneRows } from '#db/queries/ballot-lanes.ts';
import { type BallotRow, toApiBallot } from '#db/queries/ballot-rows.ts';
import { type JudgedTurn, lockJudgedTurns } from '#db/queries/judged-turn.ts';
import { countNewBallots, recountBallots } from '#db/queries/pair-counts.ts';
import { type BallotTimes, type BallotWrite, writeBallots } from '#db/queries/write-ballots.ts';
import { ballotRevisions, ballots } from '#db/schema/ballots.ts';
import { modeSchema } from '#lib/arena/schema.ts';
import type { Settled } from '#lib/batches.ts';
import { AppError } from '#lib/errors.ts';
import { createId } from '#lib/ids.ts';
import type { Ballot, BallotInput, Reveal } from '#lib/preferences/ballot-schema.ts';
import type { RaterId } from '#lib/rater.ts';

/** What a rater wants a turn's ballot to be. */
export type BallotWish = { raterId: RaterId; turnId: string; input: BallotInput };

/** `excluded`: why the ballot does not count; empty when it does. */
export type StoredBallot = { ballot: Ballot; reveal: Reveal[]; excluded: string[]; isNew: boolean };

type Before = { ballot: BallotRow; content: unknown };
/** Decided, not yet written: the ballot is to stay as it is, or to become `write`. */
type Plan = { turn: JudgedTurn } & ({ kept: BallotRow } | { write: BallotWrite });

/** Stores ballots on different turns, each as if it came alone; the refusal of one does not touch the others. */
export async function storeBallots(
  tx: Transaction,
  wishes: readonly BallotWish[],
): Promise<Settled<StoredBallot>[]> {
  const turns = await lockJudgedTurns(tx, wishes);
  const before = await listBefore(tx, wishes);
  const onPrompt = new Map<string, number>();
  const plans = wishes.map((wish) =>
    attempt(() => planBallot(wish, countPrompt(turns.get(wish.turnId), onPrompt), before.get(wish.turnId))),
  );
  const writes = plans.flatMap((plan) => ('done' in plan && 'write' in plan.done ? [plan.done.write] : []));
  const times = writes.length === 0 ? new Map<string, BallotTimes>() : await write(tx, writes);
  const answers: Settled<StoredBallot>[] = [];
  for (const plan of plans) {
    answers.push('done' in plan ? { done: await answerOf(tx, plan.done, times) } : plan);
  }
  return answers;
}

function attempt<Result>(decide: () => Result): Settled<Result> {
  try {
    return { done: decide() };
  } catch (refused) {
    if (refused instanceof AppError) return { refused };
    throw refused;
  }
}

/** Ballots of the same moment on the same prompt count for those behind them. */
function countPrompt(turn: JudgedTurn | undefined, onPrompt: Map<string, number>): JudgedTurn {
  if (!turn) throw new AppError('not-found', 'There is no such turn.');
  if (turn.promptHash === null) return turn;
  const others = onPrompt.get(turn.promptHash) ?? 0;
  onPrompt.set(turn.promptHash, others + 1);
  return { ...turn, samePromptBallots: turn.samePromptBallots + others };
}

async function listBefore(tx: Transaction, wishes: readonly BallotWish[]): Promise<Map<string, Before>> {
  const turnIds = `{${wishes.map(({ turnId }) => turnId).join(',')}}`;
  const raterOf = new Map(wishes.map(({ turnId, raterId }) => [turnId, raterId]));
  const rows = await tx
    .select({ ballot: ballots, content: ballotRevisions.content })
    .from(ballots)
    .leftJoin(
      ballotRevisions,
      and(eq(ballotRevisions.ballotId, ballots.id), eq(ballotRevisions.revision, ballots.revision)),
    )
    .where(sql`${ballots.turnId} = any(${turnIds}::uuid[])`);
  const own = rows.filter(({ ballot }) => raterOf.get(ballot.turnId) === ballot.raterId);
  return new Map(own.map((row) => [row.ballot.turnId, row]));
}

function planBallot({ raterId, turnId, input }: BallotWish, turn: JudgedTurn, before?: Before): Plan {
  checkBallot(input, turn);
  const content = contentOf(input, turn.lanes);
  if (before && isSameContent(before.ballot.mode, before.content, content)) {
    return { turn, kept: before.ballot };
  }
  if (before?.ballot.mode === 'blind') {
    throw new AppError('ballot-final', 'A blind ballot is final once the models are revealed.');
  }
  const id = before?.ballot.id ?? createId();
  const mode = before?.ballot.mode ?? judgedModeOf(turn);
  const write: BallotWrite = {
    id,
    turnId,
    raterId,
    mode,
    revision: (before?.ballot.revision ?? 0) + 1,
    durationMs: input.durationMs ?? null,
    content,
    lanes: toLaneRows(id, input, turn.lanes),
    reasons: reasonsAtVote(input, turn, mode),
  };
  return { turn, write };
}

async function write(tx: Transaction, writes: readonly BallotWrite[]): Promise<Map<string, BallotTimes>> {
  const ids = writes.map(({ id }) => id);
  const revised = writes.filter(({ revision }) => revision > 1).map(({ id }) => id);
  if (revised.length > 0) await dropExclusionsAtVote(tx, revised);
  const times = await writeBallots(tx, writes);
  await (revised.length > 0 ? recountBallots(tx, ids) : countNewBallots(tx, ids));
  return times;
}

async function answerOf(
  tx: Transaction,
  plan: Plan,
  times: ReadonlyMap<string, BallotTimes>,
): Promise<StoredBallot> {
  const reveal = plan.turn.lanes.map(({ laneId, endpointId, name, cardId }) => ({
    laneId,
    endpointId,
    name,
    cardId,
  }));
  if ('kept' in plan) {
    const excluded = await listExclusions(tx, plan.kept.id);
    return { ballot: toApiBallot(plan.kept), reveal, excluded, isNew: false };
  }
  const { id, revision, reasons } = plan.write;
  const stored = times.get(id);
  if (!stored) throw new AppError('internal', 'The ballot was not stored.');
  // What was excluded later, by hand or by a test, stays so.
  const excluded = revision > 1 ? await listExclusions(tx, id) : reasons.toSorted();
  return { ballot: toWritten(plan.write, stored), reveal, excluded, isNew: revision === 1 };
}

function toWritten(written: BallotWrite, { createdAt, updatedAt }: BallotTimes): Ballot {
  const { id, turnId, mode, revision, durationMs, content } = written;
  const { ranking, allBad, strength, ratings, comment } = content;
  return {
    ...{ id, turnId, ranking, allBad, strength, ratings, comment, durationMs },
    ...{ mode: modeSchema.parse(mode), revision, createdAt, updatedAt },
  };
}
