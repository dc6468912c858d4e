import { withListPrice } from '#app/_lib/facts/ask-with-list-price.ts';
import { listenForNotices } from '#db/notice-listener.ts';
import { reapRuns, saveRuns } from '#db/queries/runs.ts';
import type { BlindTurn } from '#lib/arena/blind-turn.ts';
import { RunEngine } from '#lib/arena/run-engine.ts';
import type { TurnSource } from '#lib/arena/turn-source.ts';
import { TurnWakeups } from '#lib/arena/turn-wakeups.ts';
import { askEndpoint } from '#lib/endpoints/ask-endpoint.ts';
import { createRestCollector } from '#lib/heap.ts';
import { createId } from '#lib/ids.ts';
import { getProcessState } from '#lib/process-state.ts';
import { getSettings } from '#lib/settings.ts';

export type ProcessRuns = {
  engine: RunEngine;
  /** Names this process as the owner of its runs. */
  owner: string;
  /** For views of runs that are in other processes. */
  wakeups: TurnWakeups;
  /** What blind raters see of a turn, at one pace for all their views. */
  blindTurns: WeakMap<TurnSource, BlindTurn>;
};

declare global {
  var baijiaRuns: ProcessRuns | undefined;
}

/** After the grace of DRAIN_SECONDS, how long the ends of interrupted lanes may take to be stored. */
const drainSaveMs = 3000;
const reapEveryMs = 5000;
/** Longer than people take from one prompt to the next in a rush. */
const restMs = 5000;

/** The one engine of this process: bundles may load this module more than once, so it lives on globalThis. */
export function getRuns(): ProcessRuns {
  globalThis.baijiaRuns ??= startRuns();
  return globalThis.baijiaRuns;
}

function startRuns(): ProcessRuns {
  const engine = new RunEngine({
    askEndpoint: withListPrice(askEndpoint),
    store: { save: saveRuns },
    onLost: (run) => process.stderr.write(`The database has lost the turn ${run.turnId} with its answers.\n`),
    onIdle: createRestCollector(restMs),
    maxConcurrent: getSettings().maxConcurrentLanes,
  });
  const owner = createId();
  getProcessState().drain = async () => {
    const lost = await engine.drain(getSettings().drainSeconds * 1000, drainSaveMs);
    if (lost > 0) process.stderr.write(describeLoss(lost));
  };
  // An unreachable database is asked again at the next round.
  const reap = () => void reapRuns('expired', owner).catch(() => {});
  setInterval(reap, reapEveryMs).unref();
  const wakeups = new TurnWakeups();
  listenForNotices({
    onTurn: (turnId) => wakeups.wake(turnId),
    onStop: (turnId, laneId) => engine.find(turnId)?.stop(laneId, 'stopped'),
    onLive: (isLive) => wakeups.setLive(isLive),
  });
  return { engine, owner, wakeups, blindTurns: new WeakMap() };
}

function describeLoss(count: number): string {
  return (
    `The database did not answer: ${count === 1 ? 'one answer is' : `${count} answers are`} lost as far as ` +
    'they came after it went away. What was stored before is there, and will be shown as interrupted.\n'
  );
}
