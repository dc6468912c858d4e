import { request } from '#app/_lib/client/request.ts';
import { isWorthRetrying, openEvents, waitToReconnect } from '#app/(pages)/_compare/connection.ts';
import {
  type ConversationListener,
  type ConversationState,
  emptyConversation,
  type Sending,
  type Trouble,
} from '#app/(pages)/_compare/conversation-state.ts';
import { type Comparison, type ComparisonInput, comparisonSchema, type Turn } from '#lib/arena/schema.ts';
import { type EventBody, followTurn } from '#lib/arena/turn-reader-follow.ts';
import { createPace } from '#lib/arena/turn-reader-pace.ts';
import { createTurnStore, type TurnStore, type WritableCell } from '#lib/arena/turn-reader-store.ts';
import { type ComparisonDetail, comparisonDetailSchema } from '#lib/preferences/comparison-detail-schema.ts';

/** Half a frame for the answers; the rest is for layout, painting and the person's keys. */
const pace = createPace({
  requestFrame: (callback) => requestAnimationFrame(callback),
  afterFrame: (callback) => setTimeout(callback, 0),
  now: () => performance.now(),
  budget: 6,
});

function storeOf(turn: Turn, comparison: Comparison): TurnStore {
  const laneIds = comparison.lanes.map((lane) => lane.id);
  const seed = { key: turn.id, turnId: turn.id, prompt: turn.prompt, status: turn.status };
  return createTurnStore({ ...seed, responses: turn.responses }, laneIds, pace);
}

/** The open comparison and the streams of its running turns. Lives as long as the page does. */
export class Conversation {
  readonly #state: WritableCell<ConversationState>;
  readonly #followers = new Map<string, AbortController>();
  readonly #listener: ConversationListener;
  #opening = new AbortController();

  constructor(state: WritableCell<ConversationState>, listener: ConversationListener) {
    this.#state = state;
    this.#listener = listener;
  }

  open(comparisonId: string): void {
    if (this.#state.get().comparison?.id === comparisonId) return;
    this.#leave();
    const { signal } = this.#opening;
    this.#state.set({ ...emptyConversation, isLoading: true });
    request(`/comparisons/${comparisonId}`, { signal, schema: comparisonDetailSchema }).then(
      (detail) => this.#show(detail),
      (error: unknown) => {
        if (!signal.aborted) this.#state.set({ ...emptyConversation, trouble: { at: 'load', error } });
      },
    );
  }

  /** Reads the open comparison again: a ballot has revealed what was hidden. */
  reload(): void {
    const id = this.#state.get().comparison?.id;
    if (id === undefined) return;
    const { signal } = this.#opening;
    request(`/comparisons/${id}`, { signal, schema: comparisonDetailSchema }).then(
      (detail) => this.#show(detail),
      (error: unknown) => {
        if (!signal.aborted) this.#report('load', error);
      },
    );
  }

  /** Leaves the open comparison; its runs go on at the server. */
  clear(): void {
    this.#leave();
    this.#state.set(emptyConversation);
  }

  /** Resolves when the turn has ended or was refused. */
  async send({ prompt, key, input, isNew }: Sending): Promise<void> {
    this.#change({ isSending: true, trouble: null });
    const current = isNew ? null : this.#state.get().comparison;
    const comparison = current ?? (await this.#create(input));
    if (!comparison) return;
    const laneIds = comparison.lanes.map((lane) => lane.id);
    const seed = { key, turnId: null, prompt, status: 'running', responses: [] } as const;
    const turn = createTurnStore(seed, laneIds, pace);
    this.#change({ turns: [...this.#state.get().turns, turn] });
    const forget = turn.turnId.subscribe(() => {
      forget();
      this.#change({ isSending: false });
      this.#listener.onAccepted(key);
      this.#listener.onChanged();
    });
    const path = `/comparisons/${comparison.id}/turns`;
    await this.#follow(turn, { path, body: { prompt, idempotencyKey: key } }).catch((error: unknown) => {
      if (turn.turnId.get() === null) this.#withdraw(turn, error);
      else this.#report('follow', error);
    });
  }

  /** Nothing to stop while the server has not named the turn: it may not have it at all. */
  stop(turn: TurnStore, laneId?: string): void {
    const turnId = turn.turnId.get();
    if (turnId === null) return;
    const body = laneId === undefined ? {} : { laneId };
    request(`/turns/${turnId}/stop`, { method: 'POST', body }).catch((error: unknown) =>
      this.#report('stop', error),
    );
  }

  retry(turn: TurnStore, laneId: string): void {
    request(`/turns/${turn.turnId.get()}/lanes/${laneId}/retry`, { method: 'POST' })
      .then(() => this.#follow(turn))
      .catch((error: unknown) => this.#report('retry', error));
  }

  #change(part: Partial<ConversationState>): void {
    this.#state.set({ ...this.#state.get(), ...part });
  }

  #report(at: Trouble['at'], error: unknown): void {
    this.#change({ trouble: { at, error } });
  }

  #leave(): void {
    this.#opening.abort();
    this.#opening = new AbortController();
    for (const follower of this.#followers.values()) follower.abort();
    this.#followers.clear();
  }

  #show({ turns, ballots, ...comparison }: ComparisonDetail): void {
    const stores = turns.map((turn) => storeOf(turn, comparison));
    this.#state.set({ ...emptyConversation, comparison, turns: stores, ballots });
    for (const turn of stores) {
      if (turn.status.get() !== 'running') continue;
      this.#follow(turn).catch((error: unknown) => this.#report('follow', error));
    }
  }

  async #create(body: ComparisonInput): Promise<Comparison | null> {
    try {
      const comparison = await request('/comparisons', { method: 'POST', body, schema: comparisonSchema });
      this.#leave();
      this.#state.set({ ...emptyConversation, comparison, isSending: true });
      this.#listener.onCreated(comparison);
      return comparison;
    } catch (error) {
      this.#change({ isSending: false, trouble: { at: 'send', error } });
      return null;
    }
  }

  #withdraw(turn: TurnStore, error: unknown): void {
    const turns = this.#state.get().turns.filter((other) => other !== turn);
    this.#change({ turns, isSending: false, trouble: { at: 'send', error } });
  }

  /** `question` is sent to start the turn; without it the turn is already at the server. */
  async #follow(turn: TurnStore, question?: { path: string; body: unknown }): Promise<void> {
    this.#followers.get(turn.key)?.abort();
    const follower = new AbortController();
    this.#followers.set(turn.key, follower);
    const { signal } = follower;
    try {
      await followTurn({
        signal,
        open: () => openTurn(turn, signal, question),
        onEvent: (event) => turn.apply(event),
        onConnection: turn.connection.set,
        wait: (attempt) => waitToReconnect(attempt, signal),
        isWorthRetrying,
      });
    } finally {
      if (this.#followers.get(turn.key) === follower) this.#followers.delete(turn.key);
      if (!signal.aborted) turn.connection.set('open');
    }
    if (!signal.aborted) this.#listener.onChanged();
  }
}

/** Until the turn has an id the question is asked, again if need be: its key makes it the same question. */
function openTurn(
  turn: TurnStore,
  signal: AbortSignal,
  question?: { path: string; body: unknown },
): Promise<EventBody> {
  const turnId = turn.turnId.get();
  if (turnId !== null) return openEvents(`/turns/${turnId}/events`, signal);
  if (!question) throw new Error('a turn without an id and without a question');
  return openEvents(question.path, signal, question.body);
}
