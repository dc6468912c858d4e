import { LaneQueue } from '#lib/arena/lane-queue.ts';
import type { LanePlan, LaneRun } from '#lib/arena/lane-run.ts';
import { RunSaver, type RunStore, type Saved } from '#lib/arena/run-saver.ts';
import { type TurnPlan, TurnRun } from '#lib/arena/turn-run.ts';
import type { AskEndpoint } from '#lib/endpoints/ask.ts';

export type RunEngineOptions = {
  askEndpoint: AskEndpoint;
  store: RunStore;
  /** Told of a turn whose answers are all there, but which the store has forgotten. */
  onLost: (run: TurnRun) => void;
  /** Told whenever the last run there was has been stored. */
  onIdle: () => void;
  /** Lanes that may be asking at once in this process. */
  maxConcurrent: number;
};

/** From a turn's end on; a healthy database takes milliseconds. */
const saveDelayMs = 2000;

/** All running turns of this process. One exists per process; requests start runs and look at them. */
export class RunEngine {
  private readonly options: RunEngineOptions;
  private readonly runs = new Map<string, TurnRun>();
  private readonly queue: LaneQueue;
  private readonly saver: RunSaver;
  private readonly idleListeners = new Set<() => void>();

  constructor(options: RunEngineOptions) {
    this.options = options;
    this.queue = new LaneQueue(options.maxConcurrent);
    this.saver = new RunSaver({
      store: options.store,
      runs: () => [...this.runs.values()],
      onSaved: (ended, saved) => this.saved(ended, saved),
      onFailed: () => this.saveFailed(),
    });
  }

  /** Starts every lane of a turn that is already stored. The run goes on whether or not anyone looks. */
  start(plan: TurnPlan): TurnRun {
    const run = new TurnRun(plan);
    this.runs.set(plan.turnId, run);
    for (const lane of run.laneRuns) void this.runLane(run, lane);
    this.saver.schedule();
    return run;
  }

  /** Asks a lane of a turn again while the turn's run is still here; false when it is not. */
  retryInRun(turnId: string, lane: LanePlan): boolean {
    const run = this.runs.get(turnId);
    if (run === undefined) return false;
    void this.runLane(run, run.replaceLane(lane));
    return true;
  }

  /** The run of a turn while it is here: until its end is stored. */
  find(turnId: string): TurnRun | null {
    return this.runs.get(turnId) ?? null;
  }

  /**
   * Ends the process's work: waits for running lanes up to `graceMs`, interrupts the rest, then waits
   * up to `saveMs` for the database to take the ends. Answers how many answers it did not take.
   */
  async drain(graceMs: number, saveMs: number): Promise<number> {
    await this.untilIdle(graceMs, () => [...this.runs.values()].every((run) => run.isEnded));
    for (const run of this.runs.values()) run.stop(null, 'interrupted');
    await this.untilIdle(saveMs, () => this.runs.size === 0);
    return [...this.runs.values()].reduce((count, run) => count + run.laneRuns.length, 0);
  }

  private async runLane(run: TurnRun, lane: LaneRun): Promise<void> {
    const { endpointId, maxConcurrent } = lane.plan;
    const leave = await this.queue.enter({
      key: endpointId,
      limit: maxConcurrent,
      signal: lane.signal,
      onAhead: (ahead) => lane.waitBehind(ahead),
    });
    try {
      await lane.run(this.options.askEndpoint);
    } finally {
      leave?.();
      this.saver.saveSoon();
      this.tellIdleListeners();
      setTimeout(() => this.tellDelays(), saveDelayMs).unref();
    }
    if (!lane.hasFailed) return;
    const drawn = await run.redrawLane(lane);
    if (drawn !== null) return this.runLane(run, drawn);
    this.saver.saveSoon();
    this.tellIdleListeners();
  }

  private saved(ended: readonly TurnRun[], { stops, lostRunIds }: Saved): void {
    for (const run of ended) {
      const isLost = lostRunIds.includes(run.runId);
      run.setSaveState(isLost ? 'lost' : 'saved');
      if (isLost) this.options.onLost(run);
      if (this.runs.get(run.turnId) === run) this.runs.delete(run.turnId);
    }
    for (const { runId, laneId } of stops) {
      for (const run of this.runs.values()) if (run.runId === runId) run.stop(laneId, 'stopped');
    }
    if (ended.length > 0 && this.runs.size === 0) this.options.onIdle();
    this.tellIdleListeners();
  }

  /** A frozen database refuses nothing for a long time; whoever waits for it is told earlier. */
  private tellDelays(): void {
    const latest = performance.now() - saveDelayMs + 1;
    for (const run of this.runs.values()) {
      if (run.isEnded && run.lastEndAt <= latest) run.setSaveState('delayed');
    }
  }

  private saveFailed(): void {
    for (const run of this.runs.values()) if (run.isEnded) run.setSaveState('delayed');
  }

  private tellIdleListeners(): void {
    for (const listener of [...this.idleListeners]) listener();
  }

  private untilIdle(withinMs: number, isIdle: () => boolean): Promise<void> {
    if (isIdle()) return Promise.resolve();
    const { promise, resolve } = Promise.withResolvers<void>();
    const listener = () => {
      if (isIdle()) finish();
    };
    const finish = () => {
      clearTimeout(timer);
      this.idleListeners.delete(listener);
      resolve();
    };
    const timer = setTimeout(finish, withinMs);
    this.idleListeners.add(listener);
    return promise;
  }
}
