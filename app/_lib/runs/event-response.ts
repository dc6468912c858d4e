import { getRuns } from '#app/_lib/runs/run-engine.ts';
import type { OpenedTurn } from '#app/_lib/runs/turn-sources.ts';
import { getIdentityMask } from '#db/queries/identities.ts';
import { BlindTurn } from '#lib/arena/blind-turn.ts';
import { createEventStream } from '#lib/arena/event-stream.ts';
import type { TurnSource } from '#lib/arena/turn-source.ts';
import type { TurnViewOptions } from '#lib/arena/turn-view.ts';
import { getSettings } from '#lib/settings.ts';

export type EventView = { source: TurnSource; options: TurnViewOptions };

/** What the rater may look at: the turn itself, or while blind what tells nothing of its lanes. */
export async function openView(
  { source, isBlind }: OpenedTurn,
  opening: TurnViewOptions['opening'],
): Promise<EventView> {
  const options = { opening, isBlind };
  if (!isBlind) return { source, options };
  const { blindTurns } = getRuns();
  const mask = await getIdentityMask();
  const view = blindTurns.get(source) ?? new BlindTurn(source, mask, { pace: getSettings().battlePace });
  blindTurns.set(source, view);
  return { source: view, options };
}

/** Nothing on the way may gather or change the events. */
export const eventHeaders = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-cache, no-transform',
  'X-Accel-Buffering': 'no',
};

/** One view of a turn as server-sent events. */
export async function toEventResponse(
  opened: OpenedTurn,
  opening: TurnViewOptions['opening'],
): Promise<Response> {
  const { source, options } = await openView(opened, opening);
  return new Response(createEventStream(source, options), { headers: eventHeaders });
}
