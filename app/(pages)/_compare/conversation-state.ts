import type { Comparison, ComparisonInput } from '#lib/arena/schema.ts';
import type { TurnStore } from '#lib/arena/turn-reader-store.ts';
import type { Ballot } from '#lib/preferences/ballot-schema.ts';

/** What went wrong last, and with what: the words differ. */
export type Trouble = { readonly at: 'load' | 'send' | 'follow' | 'stop' | 'retry'; readonly error: unknown };

export type ConversationState = {
  readonly isLoading: boolean;
  readonly comparison: Comparison | null;
  readonly turns: readonly TurnStore[];
  /** Ballots as stored when the comparison was read. */
  readonly ballots: readonly Ballot[];
  readonly isSending: boolean;
  readonly trouble: Trouble | null;
};

export const emptyConversation: ConversationState = {
  isLoading: false,
  comparison: null,
  turns: [],
  ballots: [],
  isSending: false,
  trouble: null,
};

export type Sending = {
  prompt: string;
  /** The same key asks the same question once, however often it is sent. */
  key: string;
  /** What to create when there is no comparison yet to ask in. */
  input: ComparisonInput;
  /** Ask in a new comparison, not in the one that is open. */
  isNew: boolean;
};

export type ConversationListener = {
  /** A comparison was created for what is being sent. */
  onCreated: (comparison: Comparison) => void;
  /** The server has the prompt; the draft is no longer needed. */
  onAccepted: (key: string) => void;
  /** A turn began or ended: lists that show it are out of date. */
  onChanged: () => void;
};
