import { BallotOutboxStore, type OutboxEntry, turnIdOfKey } from '#app/_lib/client/ballot-outbox-store.ts';
import {
  type BallotRequestSettings,
  type BallotResult,
  putBallot,
  readBallot,
} from '#app/_lib/client/ballot-request.ts';
import type { Ballot, BallotInput, Reveal } from '#lib/preferences/ballot-schema.ts';

/** What has become of a turn's ballot on this device. */
export type BallotState =
  | { kind: 'idle' }
  | { kind: 'saving'; input: BallotInput }
  | { kind: 'saved'; ballot: Ballot; reveal: readonly Reveal[] }
  /** Not with the server yet; sent again by itself. `isDurable` is false when it would not outlive the page. */
  | { kind: 'kept'; input: BallotInput; isDurable: boolean }
  /** Refused for good; the input stays readable until dismissed or replaced. */
  | { kind: 'failed'; input: BallotInput; code: string; message: string };

export type BallotOutboxOptions = {
  storage: Storage | null;
  /** Keeps two tabs from sending the same turn's ballot at once; null where the browser has no Web Locks. */
  locks: Pick<LockManager, 'request'> | null;
  request: BallotRequestSettings;
  /** First pause before another try, in ms; doubles up to 60 times that. */
  pauseMs: number;
};

const idle: BallotState = { kind: 'idle' };
const longestPause = 60;

/**
 * Ballots leave through here and are never lost on the way: each is stored on the device before it is sent, sent
 * again until the server has answered, and only then forgotten. The newest ballot of a turn replaces an older one
 * that has not left yet, in whichever tab either was cast.
 */
export class BallotOutbox {
  readonly #options: BallotOutboxOptions;
  readonly #store: BallotOutboxStore;
  readonly #states = new Map<string, BallotState>();
  readonly #listeners = new Set<() => void>();
  readonly #sending = new Set<string>();
  /** Cast, or back on the network, while the last try was still under way. */
  readonly #askedAgain = new Set<string>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  /** Tries in a row that reached nobody, by turn. */
  readonly #failures = new Map<string, number>();
  #isStarted = false;

  constructor(options: BallotOutboxOptions) {
    this.#options = options;
    this.#store = new BallotOutboxStore(options.storage);
  }

  /** The same object until something changes, as useSyncExternalStore wants it. */
  stateOf(turnId: string): BallotState {
    return this.#states.get(turnId) ?? idle;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  save(turnId: string, input: BallotInput): void {
    this.#store.write(turnId, { key: `${Date.now()}-${Math.random()}`, input, failure: null });
    this.#setState(turnId, { kind: 'saving', input });
    this.#deliver(turnId);
  }

  /** Forgets a refused ballot. */
  dismiss(turnId: string): void {
    if (this.#store.read(turnId)?.failure) this.#store.remove(turnId);
    this.#setState(turnId, idle);
  }

  /** Takes up what earlier visits left, and follows the network and other tabs. Returns how to stop. */
  start(page: EventTarget): () => void {
    const resend = () => this.resend();
    const onStorage = (event: Event) => this.#onStorage(event);
    const followed = [
      ['online', resend] as const,
      ['pageshow', resend] as const,
      ['storage', onStorage] as const,
    ];
    for (const [name, listener] of followed) page.addEventListener(name, listener);
    this.#isStarted = true;
    this.resend();
    return () => {
      this.#isStarted = false;
      for (const [name, listener] of followed) page.removeEventListener(name, listener);
      for (const turnId of this.#timers.keys()) this.#clearTimer(turnId);
    };
  }

  /** Tries all that is kept, now. */
  resend(): void {
    for (const turnId of this.#store.turnIds()) this.#deliver(turnId);
  }

  #onStorage(event: Event): void {
    const key = 'key' in event && typeof event.key === 'string' ? event.key : null;
    const turnId = key === null ? null : turnIdOfKey(key);
    if (turnId !== null && !this.#sending.has(turnId)) void this.#readBack(turnId);
  }

  /** Another tab has cast or sent a ballot: what is kept or stored now holds here too. */
  async #readBack(turnId: string): Promise<void> {
    const kept = this.#store.read(turnId);
    if (kept !== null) return this.#setState(turnId, this.#stateOfEntry(turnId, kept));
    const ballot = await readBallot(this.#options.request, turnId);
    if (this.#store.read(turnId) !== null) return;
    this.#setState(turnId, ballot === null ? idle : { kind: 'saved', ballot, reveal: [] });
  }

  #stateOfEntry(turnId: string, { input, failure }: OutboxEntry): BallotState {
    if (failure !== null) return { kind: 'failed', input, ...failure };
    return { kind: 'kept', input, isDurable: this.#store.isDurable(turnId) };
  }

  #deliver(turnId: string): void {
    if (!this.#isStarted) return;
    if (this.#sending.has(turnId)) {
      this.#askedAgain.add(turnId);
      return;
    }
    this.#sending.add(turnId);
    this.#clearTimer(turnId);
    const { locks } = this.#options;
    const sendAll = () => this.#sendUntilSettled(turnId);
    const done = locks === null ? sendAll() : locks.request(`baijia:ballot:${turnId}`, sendAll);
    void Promise.resolve(done).finally(() => {
      this.#sending.delete(turnId);
      const isLeft = this.#store.read(turnId)?.failure === null;
      if (this.#askedAgain.delete(turnId) && isLeft) this.#deliver(turnId);
    });
  }

  async #sendUntilSettled(turnId: string): Promise<void> {
    for (let entry = this.#store.read(turnId); entry?.failure === null; entry = this.#store.read(turnId)) {
      this.#setState(turnId, { kind: 'saving', input: entry.input });
      const result = await putBallot(this.#options.request, turnId, entry.input);
      const isNewest = this.#store.read(turnId)?.key === entry.key;
      if (isNewest || result.kind === 'unreachable') return this.#settle(turnId, entry, result);
    }
    await this.#readBack(turnId);
  }

  #settle(turnId: string, sent: OutboxEntry, result: BallotResult): void {
    if (result.kind === 'unreachable') {
      this.#retryLater(turnId, result.afterMs);
      this.#setState(turnId, this.#stateOfEntry(turnId, this.#store.read(turnId) ?? sent));
      return;
    }
    this.#failures.delete(turnId);
    if (result.kind === 'saved') {
      this.#store.remove(turnId);
      this.#setState(turnId, result);
    } else {
      const refused = { ...sent, failure: { code: result.code, message: result.message } };
      this.#store.write(turnId, refused);
      this.#setState(turnId, this.#stateOfEntry(turnId, refused));
    }
  }

  #retryLater(turnId: string, afterMs: number | null): void {
    if (!this.#isStarted) return;
    const failures = this.#failures.get(turnId) ?? 0;
    this.#failures.set(turnId, failures + 1);
    const growing = this.#options.pauseMs * Math.min(2 ** failures, longestPause);
    this.#clearTimer(turnId);
    this.#timers.set(
      turnId,
      setTimeout(() => this.#deliver(turnId), afterMs ?? growing),
    );
  }

  #clearTimer(turnId: string): void {
    clearTimeout(this.#timers.get(turnId));
    this.#timers.delete(turnId);
  }

  #setState(turnId: string, state: BallotState): void {
    this.#states.set(turnId, state);
    for (const listener of this.#listeners) listener();
  }
}
