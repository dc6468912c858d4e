import type { LaneLabel, Response, TurnStatus } from '#lib/arena/schema.ts';
import type { LaneSource, SaveState, TurnSource } from '#lib/arena/turn-source.ts';

export type StoredLane = { label: LaneLabel; responseId: string; response: Response };
export type StoredTurnState = { turnId: string; status: TurnStatus; lanes: readonly StoredLane[] };

/** How often a turn that another process runs is looked up; its checkpoints come once a second. */
const pollMs = 500;

/** A lane as the database knows it. */
export class SettledLane implements LaneSource {
  readonly label: LaneLabel;
  readonly responseId: string;
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
  private readonly listeners = new Set<() => void>();
  private timer: NodeJS.Timeout | null = null;

  /** `load` reads the turn again; a failing one is asked again at the next poll. */
  constructor(state: StoredTurnState, load: () => Promise<StoredTurnState>) {
    this.turnId = state.turnId;
    this.load = load;
    this.show(state);
  }

  get saveState(): SaveState {
    return this.status === 'complete' ? 'saved' : 'pending';
  }

  onNextTick(listener: () => void): () => void {
    this.listeners.add(listener);
    this.timer ??= setTimeout(() => void this.poll(), pollMs);
    return () => this.listeners.delete(listener);
  }

  private async poll(): Promise<void> {
    const state = await this.load().catch(() => null);
    this.timer = null;
    if (this.listeners.size === 0) return;
    if (state !== null) this.show(state);
    this.tick += 1;
    const listeners = [...this.listeners];
    this.listeners.clear();
    for (const listener of listeners) listener();
  }

  private show(state: StoredTurnState): void {
    this.lanes = state.lanes.map((lane) => new SettledLane(lane));
    this.status = state.status;
  }
}
