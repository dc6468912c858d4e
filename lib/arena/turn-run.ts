import { type AbortCause, type LanePlan, LaneRun } from '#lib/arena/lane-run.ts';
import type { TurnStatus } from '#lib/arena/schema.ts';
import type { LaneSource, SaveState, TurnSource } from '#lib/arena/turn-source.ts';
import type { RaterId } from '#lib/rater.ts';

/** How long deltas are gathered before views are told (DESIGN.md section 3). */
const tickMs = 25;

export type TurnPlan = {
  runId: string;
  turnId: string;
  /** Who asked: the one who may stop it, even while the database is away. */
  raterId: RaterId;
  lanes: readonly LanePlan[];
  /** Lanes of the turn that this run does not work on: a retry asks one lane, its viewers see all. */
  settled?: readonly LaneSource[];
  /**
   * For battles: stores another endpoint in the place of a lane without an answer. Null when there is none to take
   * its place.
   */
  redraw?: ((lane: LaneRun) => Promise<LanePlan | null>) | undefined;
};

/** The work of answering one turn. It belongs to the server; views come and go. */
export class TurnRun implements TurnSource {
  readonly runId: string;
  readonly turnId: string;
  readonly raterId: RaterId;
  laneRuns: readonly LaneRun[];
  lanes: readonly LaneSource[];
  saveState: SaveState = 'pending';
  tick = 0;
  private readonly listeners = new Set<() => void>();
  private cancelWake: (() => void) | null = null;
  private isSoon = false;
  private readonly plan: TurnPlan;
  /** Lanes that nobody could take the place of. */
  private readonly givenUp = new Set<LaneRun>();
  private readonly drawing = new Set<LaneRun>();
  private abortCause: AbortCause | null = null;

  constructor(plan: TurnPlan) {
    this.plan = plan;
    this.runId = plan.runId;
    this.turnId = plan.turnId;
    this.raterId = plan.raterId;
    this.laneRuns = plan.lanes.map((lane) => this.createLane(lane));
    this.lanes = sortByLabel([...(plan.settled ?? []), ...this.laneRuns]);
  }

  /** Its failed lanes are drawn anew. */
  get isBattle(): boolean {
    return this.plan.redraw !== undefined;
  }

  get isEnded(): boolean {
    return this.laneRuns.every((lane) => lane.isEnded && !this.isAwaitingDraw(lane));
  }

  /** On the clock of performance.now(), when the last of its lanes ended. */
  get lastEndAt(): number {
    return Math.max(...this.laneRuns.map((lane) => lane.endedAt));
  }

  get status(): TurnStatus {
    return this.saveState === 'saved' || this.saveState === 'lost' ? 'complete' : 'running';
  }

  /** Puts a new attempt in the place of an ended lane, or adds a lane that this run did not hold. */
  replaceLane(plan: LanePlan): LaneRun {
    const lane = this.createLane(plan);
    const isOther = (other: LaneSource) => other.laneId !== plan.laneId;
    this.laneRuns = [...this.laneRuns.filter(isOther), lane];
    this.lanes = sortByLabel([...this.lanes.filter(isOther), lane]);
    this.saveState = 'pending';
    this.tell(true);
    return lane;
  }

  /** Asks another endpoint in the place of a lane that has no answer; null when the lane stays as it is. */
  async redrawLane(lane: LaneRun): Promise<LaneRun | null> {
    if (!this.isAwaitingDraw(lane) || this.plan.redraw === undefined) return null;
    this.drawing.add(lane);
    const plan = await this.plan.redraw(lane).catch(() => null);
    this.drawing.delete(lane);
    if (plan === null) {
      this.givenUp.add(lane);
      this.tell(true);
      return null;
    }
    const drawn = this.replaceLane(plan);
    if (this.abortCause !== null) drawn.stop(this.abortCause);
    return drawn;
  }

  stop(laneId: string | null, cause: AbortCause): void {
    if (laneId === null) this.abortCause = cause;
    for (const lane of this.laneRuns) {
      if (laneId === null || lane.laneId === laneId) lane.stop(cause);
    }
  }

  setSaveState(state: SaveState): void {
    if (this.saveState === state) return;
    this.saveState = state;
    this.tell(true);
  }

  onNextTick(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private isAwaitingDraw(lane: LaneRun): boolean {
    if (this.drawing.has(lane)) return true;
    if (this.plan.redraw === undefined || this.abortCause !== null || this.givenUp.has(lane)) return false;
    return lane.hasFailed;
  }

  private createLane(plan: LanePlan): LaneRun {
    return new LaneRun(plan, (isFirst) => this.tell(isFirst));
  }

  /** Wakes the views: at once for a first text or an end, else gathered over one tick. */
  private tell(isSoon: boolean): void {
    if (this.cancelWake !== null && (this.isSoon || !isSoon)) return;
    this.cancelWake?.();
    this.isSoon = isSoon;
    if (isSoon) {
      const immediate = setImmediate(() => this.wake());
      this.cancelWake = () => clearImmediate(immediate);
    } else {
      const timer = setTimeout(() => this.wake(), tickMs);
      this.cancelWake = () => clearTimeout(timer);
    }
  }

  private wake(): void {
    this.cancelWake = null;
    this.tick += 1;
    const listeners = [...this.listeners];
    this.listeners.clear();
    for (const listener of listeners) listener();
  }
}

function sortByLabel(lanes: readonly LaneSource[]): LaneSource[] {
  return lanes.toSorted((a, b) => (a.label < b.label ? -1 : 1));
}
