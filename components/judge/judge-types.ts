import type { Mode } from '#lib/arena/modes.ts';
import type { LaneLabel } from '#lib/arena/schema.ts';
import type { BallotInput } from '#lib/preferences/ballot-schema.ts';

/** Why an answer cannot be ranked; each has its words in the messages. */
export type UnrankableReason = 'running' | 'failed' | 'stopped' | 'interrupted' | 'empty';

export type JudgeLane = {
  laneId: string;
  label: LaneLabel;
  /** Null while the comparison is blind. */
  name: string | null;
  /** Null when the answer can be ranked. */
  unrankable: UnrankableReason | null;
  /** The answer, from which an own better one may start. */
  text: string;
};

/** What has become of the last ballot that was cast. */
export type JudgeSaveState =
  | { kind: 'idle' }
  | { kind: 'saving' }
  | { kind: 'saved'; revision: number }
  /** On this device only; sent again by itself. `isDurable` is false when it would not outlive the page. */
  | { kind: 'kept'; isDurable: boolean }
  /** Refused for good, with the server's code and words; `input` stays to be copied until dismissed. */
  | { kind: 'failed'; code: string; message: string; input: BallotInput };

export type JudgeBarProps = {
  turnId: string;
  mode: Mode;
  lanes: readonly JudgeLane[];
  /** The ballot as it stands: what this device last sent, or else what the server has; null before the first. */
  ballot: JudgeBallot | null;
  saveState: JudgeSaveState;
  /** Date.now() when the last answer was complete, if this page saw it; null otherwise. */
  answersCompleteAt: number | null;
  /** Whether this bar listens to the keyboard: the latest turn's alone does. */
  hasKeys: boolean;
  onSave: (input: BallotInput) => void;
  onDismissFailure: () => void;
  className?: string;
};

/** The part of a ballot the bar shows; Ballot and BallotInput both are one. */
export type JudgeBallot = {
  ranking: readonly (readonly string[])[];
  allBad: boolean;
  strength?: number | null | undefined;
  ratings: BallotInput['ratings'];
  comment?: string | null | undefined;
  durationMs?: number | null | undefined;
};
