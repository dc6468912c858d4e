import type { Conversation } from '#app/(pages)/_compare/conversation.ts';
import {
  type ConversationListener,
  type ConversationState,
  emptyConversation,
  type Sending,
  type Trouble,
} from '#app/(pages)/_compare/conversation-state.ts';
import { createCell, type TurnStore } from '#lib/arena/turn-reader-store.ts';

/**
 * A conversation whose streams are fetched with the first prompt, or the first comparison that is opened, unless
 * `prepare` had them fetched before: a first visit begins without them. Calls keep their order.
 */
export class LazyConversation {
  readonly state = createCell<ConversationState>(emptyConversation);
  readonly #listener: ConversationListener;
  #loading: Promise<Conversation> | null = null;

  constructor(listener: ConversationListener) {
    this.#listener = listener;
  }

  /** Fetches the streams for a prompt that is probably coming. */
  prepare(): void {
    // Whether it failed matters to the prompt alone, and that tries again.
    this.#ready().catch(() => {});
  }

  open(comparisonId: string): void {
    if (this.state.get().comparison?.id === comparisonId) return;
    this.state.set({ ...emptyConversation, isLoading: true });
    this.#run('load', (conversation) => conversation.open(comparisonId));
  }

  reload(): void {
    this.#run('load', (conversation) => conversation.reload());
  }

  clear(): void {
    if (!this.#loading) return;
    // Seen at once: whoever opens the same comparison right after is not told that it is open still.
    this.state.set(emptyConversation);
    this.#run('load', (conversation) => conversation.clear());
  }

  send(sending: Sending): void {
    this.state.set({ ...this.state.get(), isSending: true, trouble: null });
    this.#run('send', (conversation) => void conversation.send(sending));
  }

  stop(turn: TurnStore, laneId?: string): void {
    this.#run('stop', (conversation) => conversation.stop(turn, laneId));
  }

  retry(turn: TurnStore, laneId: string): void {
    this.#run('retry', (conversation) => conversation.retry(turn, laneId));
  }

  dismissTrouble(): void {
    this.state.set({ ...this.state.get(), trouble: null });
  }

  async #load(): Promise<Conversation> {
    const { Conversation } = await import('#app/(pages)/_compare/conversation.ts');
    return new Conversation(this.state, this.#listener);
  }

  #ready(): Promise<Conversation> {
    this.#loading ??= this.#load().catch((error: unknown) => {
      this.#loading = null;
      throw error;
    });
    return this.#loading;
  }

  #run(at: Trouble['at'], act: (conversation: Conversation) => void): void {
    this.#ready()
      .then(act)
      .catch((error: unknown) => {
        this.state.set({ ...this.state.get(), isLoading: false, isSending: false, trouble: { at, error } });
      });
  }
}
