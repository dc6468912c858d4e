import type { LaneLabel, Response, TurnStatus } from '#lib/arena/schema.ts';
import type { LaneSource, SaveState, TurnSource } from '#lib/arena/turn-source.ts';
import type { TurnWakeups } from '#lib/arena/turn-wakeups.ts';

export type StoredLane = { label: LaneLabel; responseId: string; response: Response };
export type StoredTurnState = { turnId: string; status: TurnStatus; lanes: readonly StoredLane[] };

/** How often a turn that another process runs is looked up: by itself, and where notices come at every checkpoint. */
const pollMs = 500;
const pollLiveMs = 5000;

/** A lane as the database knows it. */
export class SettledLane implements LaneSource {
  readonly label: LaneLabel;
  readonly responseId: string;
  readonly ahead = null;
  private readonly response: Response;

  constructor({ label, responseId, response }: StoredLane) {
    this.label = label;
    this.responseId = responseId;
    this.response = response;
  }

  get laneId(): string {
    return this.response.laneId;
  }

  get isEnded(): boolean {
    return this.response.status !== 'pending' && this.response.status !== 'streaming';
  }

  textFrom(offset: number): string {
    return this.response.text.slice(offset);
  }

  reasoningFrom(offset: number): string {
    return this.response.reasoning?.slice(offset) ?? '';
  }

  toResponse(): Response {
    return this.response;
  }
}

/** A turn followed through its checkpoints: it is over, or runs in another process. */
export class StoredTurn implements TurnSource {
  readonly turnId: string;
  lanes: readonly LaneSource[] = [];
  status: TurnStatus = 'running';
  tick = 0;
  private readonly load: () => Promise<StoredTurnState>;
  private readonly wakeups: TurnWakeups;
  private readonly listeners = new Set<() => void>();
  private forgetWakeups: (() => void) | null = null;
  private timer: NodeJS.Timeout | null = null;
  private isPolling = false;
  /** Something was stored since the last look. */
  private isStale = false;

  /** `load` reads the turn again; a failing one is asked again at the next poll. */
  constructor(state: StoredTurnState, load: () => Promise<StoredTurnState>, wakeups: TurnWakeups) {
    this.turnId = state.turnId;
    this.load = load;
    this.wakeups = wakeups;
    this.show(state);
  }

  get isEnded(): boolean {
    return this.status === 'complete';
  }

  get saveState(): SaveState {
    return this.status === 'complete' ? 'saved' : 'pending';
  }

  onNextTick(listener: () => void): () => void {
    this.listeners.add(listener);
    this.watch();
    if (this.isStale) void this.poll();
    return () => this.listeners.delete(listener);
  }

  private watch(): void {
    if (this.forgetWakeups === null) {
      // What was stored before the watch began is not announced again.
      this.isStale = true;
      this.forgetWakeups = this.wakeups.watch(this.turnId, () => {
        this.isStale = true;
        if (this.listeners.size > 0) void this.poll();
      });
    }
    this.timer ??= setTimeout(() => this.atTimer(), this.wakeups.isLive ? pollLiveMs : pollMs);
  }

  private atTimer(): void {
    this.timer = null;
    if (this.listeners.size > 0) {
      void this.poll();
      return;
    }
    this.forgetWakeups?.();
    this.forgetWakeups = null;
  }

  private async poll(): Promise<void> {
    if (this.isPolling) return;
    this.isPolling = true;
    this.isStale = false;
    const state = await this.load().catch(() => null);
    this.isPolling = false;
    if (state !== null) this.show(state);
    this.tick += 1;
    const listeners = [...this.listeners];
    this.listeners.clear();
    for (const listener of listeners) listener();
    // Listeners that are left or have come again need a poll to come.
    if (this.listeners.size > 0) this.watch();
  }

  private show(state: StoredTurnState): void {
    this.lanes = state.lanes.map((lane) => new SettledLane(lane));
    this.status = state.status;
  }
}
