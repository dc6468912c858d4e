import { commonStatus, cutBetweenSigns, endReach, showBlind } from '#lib/arena/blind-responses.ts';
import type { IdentityMask } from '#lib/arena/identity-mask.ts';
import { advancePace, type PacedState, usualPace } from '#lib/arena/pace.ts';
import type { LaneLabel, Response, ResponseStatus, TurnStatus } from '#lib/arena/schema.ts';
import type { LaneSource, SaveState, TurnSource } from '#lib/arena/turn-source.ts';

/** Every lane's next piece is shown this often. */
const stepMs = 50;

/**
 * A turn as its blind rater sees it, through all of the rater's views alike: lanes start, go and end together, at one
 * pace, and whoever is drawn anew starts all of them over.
 */
export class BlindTurn implements TurnSource {
  tick = 0;
  private readonly source: TurnSource;
  private readonly mask: IdentityMask;
  private readonly now: () => number;
  private readonly pace: number;
  private shown = 0;
  private shownAt: number;
  /** Changes with every draw. */
  private edition = '';
  private view: readonly BlindLane[] = [];
  private readonly listeners = new Set<() => void>();
  private timer: NodeJS.Timeout | null = null;
  private forget: (() => void) | null = null;

  /** @param options `pace`: UTF-16 units per second. */
  constructor(source: TurnSource, mask: IdentityMask, options: { pace?: number; now?: () => number } = {}) {
    this.source = source;
    this.mask = mask;
    this.now = options.now ?? Date.now;
    this.pace = options.pace ?? usualPace;
    this.shownAt = this.now();
    this.advance();
    // Whoever comes after the end has nothing to wait for.
    if (source.isEnded) {
      this.shown = endReach(this.responses());
      this.advance();
    }
  }

  get turnId(): string {
    return this.source.turnId;
  }

  get lanes(): readonly LaneSource[] {
    return this.view;
  }

  get isEnded(): boolean {
    return this.status === 'complete';
  }

  get status(): TurnStatus {
    const isShown = this.source.isEnded && this.shown >= endReach(this.responses());
    return this.source.status === 'complete' && isShown ? 'complete' : 'running';
  }

  get saveState(): SaveState {
    return this.source.saveState === 'saved' && this.status === 'running' ? 'pending' : this.source.saveState;
  }

  onNextTick(listener: () => void): () => void {
    this.listeners.add(listener);
    this.watch();
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) this.rest();
    };
  }

  private watch(): void {
    this.forget ??= this.source.onNextTick(() => this.wakeAtStep());
    // Steps come by the clock, not with the lanes' texts: the rhythm of a lane must not show.
    this.timer ??= setTimeout(() => this.wake(), stepMs);
  }

  private wakeAtStep(): void {
    this.forget = null;
    if (this.listeners.size > 0) this.watch();
  }

  private rest(): void {
    this.forget?.();
    this.forget = null;
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  private wake(): void {
    this.timer = null;
    const before = [this.edition, this.shown, this.status, this.saveState].join(' ');
    this.advance();
    if (before === [this.edition, this.shown, this.status, this.saveState].join(' ') && !this.isEnded) {
      this.watch();
      return;
    }
    this.tick += 1;
    this.rest();
    const listeners = [...this.listeners];
    this.listeners.clear();
    for (const listener of listeners) listener();
  }

  private advance(): void {
    const edition = this.source.lanes.map((lane) => lane.responseId).join(' ');
    const time = this.now();
    if (edition !== this.edition) {
      this.edition = edition;
      this.shown = 0;
      this.view = this.source.lanes.map((lane, index) => {
        // A stored turn brings new lane objects with every look at the database.
        const current = () => this.source.lanes[index] ?? lane;
        return new BlindLane(current, edition, this.mask);
      });
    } else {
      this.shown = advancePace(this.shown, time - this.shownAt, this.state(), this.pace);
    }
    this.shownAt = time;
    const status = this.status === 'complete' ? commonStatus(this.responses()) : 'streaming';
    for (const lane of this.view) lane.show(this.shown, status);
  }

  private state(): PacedState {
    const lanes = this.view.map((lane) => ({ available: lane.available, isEnded: lane.isSourceEnded }));
    return { lanes, endReach: this.source.isEnded ? endReach(this.responses()) : null };
  }

  /** How the lanes stand, with their words masked. */
  private responses(): Pick<Response, 'status' | 'text'>[] {
    return this.view.map((lane) => ({ status: lane.sourceStatus, text: lane.readMasked() }));
  }
}

/** One lane of a blind turn: the words that may be seen by now. */
class BlindLane implements LaneSource {
  readonly responseId: string;
  /** Whoever must wait for its endpoint is not told from the others. */
  readonly ahead = null;
  private readonly current: () => LaneSource;
  private readonly mask: IdentityMask;
  /** All words whose mask is decided, and the units of the answer behind them. */
  private masked = '';
  private decided = 0;
  private shown = 0;
  private status: ResponseStatus = 'streaming';

  constructor(current: () => LaneSource, edition: string, mask: IdentityMask) {
    this.current = current;
    this.responseId = edition;
    this.mask = mask;
  }

  get laneId(): string {
    return this.current().laneId;
  }

  get label(): LaneLabel {
    return this.current().label;
  }

  get isEnded(): boolean {
    return this.status !== 'streaming';
  }

  get isSourceEnded(): boolean {
    return this.current().isEnded;
  }

  get sourceStatus(): ResponseStatus {
    return this.current().toResponse().status;
  }

  /** Masked units that could be seen by now. */
  get available(): number {
    return this.readMasked().length;
  }

  /** All but the last words, which what follows can still make a name of. */
  readMasked(): string {
    const lane = this.current();
    const raw = (from: number) => lane.textFrom(from);
    const ahead = raw(this.decided);
    const kept = lane.isEnded ? 0 : this.mask.reach;
    const more = cutBetweenSigns(ahead, Math.max(0, ahead.length - kept)).length;
    if (more > 0) this.masked += this.mask.applyWithin(raw, this.decided, this.decided + more);
    this.decided += more;
    return this.masked;
  }

  show(length: number, status: ResponseStatus): void {
    this.status = status;
    this.shown = length;
  }

  textFrom(offset: number): string {
    return this.toResponse().text.slice(offset);
  }

  reasoningFrom(): string {
    return '';
  }

  toResponse(): Response {
    return showBlind(this.laneId, this.status, cutBetweenSigns(this.masked, this.shown));
  }
}
