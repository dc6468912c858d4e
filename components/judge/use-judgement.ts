import { useCallback, useEffect, useReducer, useRef } from 'react';
import type { JudgeBallot, JudgeBarProps } from '#components/judge/judge-types.ts';
import {
  type BallotDraft,
  draftFromBallot,
  draftToInput,
  isSameRanking,
  saysNothing,
} from '#lib/preferences/ranking-draft.ts';

/** The ranking as last cast; what is being changed since waits in the draft until it is cast too. */
type Verdict = Pick<BallotDraft, 'ranking' | 'allBad'> & { durationMs: number | null };

export type Judgement = {
  draft: BallotDraft;
  verdict: Verdict;
  /** Something in the details waits to be saved. */
  isDirty: boolean;
};

type Action =
  | { kind: 'adopt'; ballot: JudgeBallot | null }
  | { kind: 'change'; draft: BallotDraft; isDirty: boolean }
  | { kind: 'cast'; draft: BallotDraft; verdict: Verdict }
  | { kind: 'details-saved' };

function judgementOf(ballot: JudgeBallot | null): Judgement {
  const draft = draftFromBallot(ballot);
  const { ranking, allBad } = draft;
  return { draft, verdict: { ranking, allBad, durationMs: ballot?.durationMs ?? null }, isDirty: false };
}

function reduce(state: Judgement, action: Action): Judgement {
  switch (action.kind) {
    case 'adopt':
      return state.isDirty || hasNewRanking(state) ? state : judgementOf(action.ballot);
    case 'change':
      return { ...state, draft: action.draft, isDirty: state.isDirty || action.isDirty };
    case 'cast':
      return { draft: action.draft, verdict: action.verdict, isDirty: false };
    case 'details-saved':
      return { ...state, isDirty: false };
  }
}

/** The draft says another ranking than the one that was cast. */
export function hasNewRanking({ draft, verdict }: Judgement): boolean {
  return draft.allBad !== verdict.allBad || !isSameRanking(draft.ranking, verdict.ranking);
}

const autosaveMs = 900;

type Options = Pick<JudgeBarProps, 'ballot' | 'answersCompleteAt' | 'onSave'> & {
  /** A blind ballot is final: nothing but the verdict itself may send it. */
  hasAutosave: boolean;
};

/**
 * Holds a judgement while it is made. `cast` saves at once; changed details are saved by themselves a moment after
 * the last change, and when the page is left, always beside the ranking that was cast, never a half-made one.
 */
export function useJudgement({ ballot, answersCompleteAt, onSave, hasAutosave }: Options) {
  const [judgement, dispatch] = useReducer(reduce, ballot, judgementOf);
  const { draft, verdict, isDirty } = judgement;

  useEffect(() => dispatch({ kind: 'adopt', ballot }), [ballot]);

  const cast = useCallback(
    (next: BallotDraft) => {
      const isSame = !hasNewRanking({ draft: next, verdict, isDirty });
      if (isSame && !isDirty && ballot !== null) return;
      const measured = answersCompleteAt === null ? null : Date.now() - answersCompleteAt;
      const durationMs = isSame ? verdict.durationMs : measured;
      dispatch({
        kind: 'cast',
        draft: next,
        verdict: { ranking: next.ranking, allBad: next.allBad, durationMs },
      });
      onSave(draftToInput(next, durationMs));
    },
    [verdict, isDirty, ballot, answersCompleteAt, onSave],
  );

  const saveDetails = useCallback(() => {
    const { durationMs, ...ranking } = verdict;
    const saved = { ...draft, ...ranking };
    dispatch({ kind: 'details-saved' });
    if (ballot !== null || !saysNothing(saved)) onSave(draftToInput(saved, durationMs));
  }, [verdict, draft, ballot, onSave]);

  useAutosave(isDirty && hasAutosave, draft, saveDetails);

  return {
    judgement,
    cast,
    /** Changes the ranking, which waits to be cast. */
    rank: (next: BallotDraft) => dispatch({ kind: 'change', draft: next, isDirty: false }),
    /** Changes ratings, strength or comments, which are saved by themselves. */
    note: (next: BallotDraft) => dispatch({ kind: 'change', draft: next, isDirty: true }),
  };
}

function useAutosave(isDue: boolean, draft: BallotDraft, save: () => void): void {
  const flush = useRef<(() => void) | null>(null);
  useEffect(() => {
    flush.current = isDue ? save : null;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: every change of the draft starts the wait anew
  useEffect(() => {
    if (!isDue) return;
    const timer = setTimeout(() => flush.current?.(), autosaveMs);
    return () => clearTimeout(timer);
  }, [isDue, draft]);
  useEffect(() => {
    const leave = () => flush.current?.();
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, []);
}
