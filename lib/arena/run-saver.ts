import type { LaneRecord, LaneRun } from '#lib/arena/lane-run.ts';
import type { TurnRun } from '#lib/arena/turn-run.ts';

export type SaveBatch = {
  lanes: readonly LaneRecord[];
  /** Runs whose lanes have all ended and are in `lanes` or already stored. */
  endedRunIds: readonly string[];
  /** Runs still at work: their leases are renewed. */
  runningRunIds: readonly string[];
};

/** A wish, written by any process, to stop a lane of a run, or all of it (`laneId` null). */
export type StopRequest = { runId: string; laneId: string | null };

export type Saved = {
  stops: readonly StopRequest[];
  /** Runs that the store knows nothing of any more: a database server that crashed may forget its last moments. */
  lostRunIds: readonly string[];
};

/** Where runs are kept. Either the whole batch is stored or none of it. */
export type RunStore = {
  save(batch: SaveBatch): Promise<Saved>;
};

/** A checkpoint a second: a crash loses at most this and the write itself. */
const checkpointMs = 1000;
/** While the database is away it is asked this often, not more. */
const retryMs = 2000;

/**
 * Writes what has changed in the running turns. It holds no queue: what could not be written stays
 * in the lanes themselves and is written whole the next time, so an absent database costs no memory.
 */
export class RunSaver {
  private readonly store: RunStore;
  private readonly runs: () => readonly TurnRun[];
  private readonly onSaved: (ended: readonly TurnRun[], saved: Saved) => void;
  private readonly onFailed: () => void;
  private readonly savedVersions = new WeakMap<LaneRun, number>();
  private timer: NodeJS.Timeout | null = null;
  private isSaving = false;
  private isWanted = false;
  private hasFailed = false;

  constructor(options: {
    store: RunStore;
    runs: () => readonly TurnRun[];
    onSaved: (ended: readonly TurnRun[], saved: Saved) => void;
    onFailed: () => void;
  }) {
    this.store = options.store;
    this.runs = options.runs;
    this.onSaved = options.onSaved;
    this.onFailed = options.onFailed;
  }

  /** Saves at once (a lane has ended), or as soon as the write under way is done. */
  saveSoon(): void {
    this.isWanted = true;
    if (this.hasFailed) this.schedule(retryMs);
    else if (!this.isSaving) void this.save();
  }

  /** Keeps the checkpoints coming while there are runs. */
  schedule(delayMs: number = checkpointMs): void {
    if (this.timer !== null || this.isSaving || this.runs().length === 0) return;
    this.timer = setTimeout(() => {
      this.timer = null;
      void this.save();
    }, delayMs);
  }

  private async save(): Promise<void> {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    this.isWanted = false;
    const runs = this.runs();
    if (runs.length === 0) return;
    this.isSaving = true;
    const ended = runs.filter((run) => run.isEnded);
    const lanes = runs.flatMap((run) => run.laneRuns).filter((lane) => this.isDirty(lane));
    const versions = lanes.map((lane) => [lane, lane.version] as const);
    try {
      const saved = await this.store.save({
        lanes: lanes.map((lane) => lane.toRecord()),
        endedRunIds: ended.map((run) => run.runId),
        runningRunIds: runs.filter((run) => !ended.includes(run)).map((run) => run.runId),
      });
      for (const [lane, version] of versions) this.savedVersions.set(lane, version);
      this.hasFailed = false;
      this.onSaved(
        ended.filter((run) => run.isEnded),
        saved,
      );
    } catch {
      this.hasFailed = true;
      this.onFailed();
    }
    this.isSaving = false;
    if (this.isWanted && !this.hasFailed) void this.save();
    else this.schedule(this.hasFailed ? retryMs : checkpointMs);
  }

  private isDirty(lane: LaneRun): boolean {
    return this.savedVersions.get(lane) !== lane.version;
  }
}
