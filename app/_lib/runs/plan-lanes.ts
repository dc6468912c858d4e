import { getSecretBox } from '#app/_lib/secret-box.ts';
import { type SecretBox, toCallable } from '#db/queries/endpoint-rows.ts';
import type { LaneWork, TurnWork } from '#db/queries/turn-work.ts';
import { laneLabels } from '#lib/arena/lane-labels.ts';
import { buildLaneMessages } from '#lib/arena/lane-messages.ts';
import type { LanePlan } from '#lib/arena/lane-run.ts';
import { AppError } from '#lib/errors.ts';

/** What each lane of a stored turn is to be asked; a lane that cannot be asked carries the reason. */
export async function planLanes(work: TurnWork): Promise<LanePlan[]> {
  const box = await getSecretBox();
  return work.lanes.map((lane) => ({
    laneId: lane.laneId,
    label: laneLabels[lane.position] ?? 'A',
    responseId: lane.responseId,
    endpointId: lane.endpoint.id,
    maxConcurrent: lane.endpoint.maxConcurrent,
    ...(lane.endpoint.enabled ? planAsk(work, lane, box) : refuse(disabled)),
  }));
}

type Refusal = { code: string; message: string };

const disabled = {
  code: 'endpoint-disabled',
  message: 'This endpoint is disabled. Enable it on the endpoints page, then retry.',
};

/** A key that cannot be read stops this lane alone. */
function planAsk(work: TurnWork, lane: LaneWork, box: SecretBox): Pick<LanePlan, 'ask' | 'refusal'> {
  try {
    const endpoint = toCallable(lane.endpoint, box);
    const messages = buildLaneMessages({ id: lane.laneId, system: lane.system }, work.past, work.prompt);
    return { ask: { endpoint, messages, params: { ...endpoint.params, ...lane.params } }, refusal: null };
  } catch (error) {
    if (error instanceof AppError) return refuse({ code: 'key-unreadable', message: error.message });
    throw error;
  }
}

function refuse(refusal: Refusal): Pick<LanePlan, 'ask' | 'refusal'> {
  return { ask: null, refusal };
}
