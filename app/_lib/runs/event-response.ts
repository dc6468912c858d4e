import { getRuns } from '#app/_lib/runs/run-engine.ts';
import type { OpenedTurn } from '#app/_lib/runs/turn-sources.ts';
import { getIdentityMask } from '#db/queries/identities.ts';
import { BlindTurn } from '#lib/arena/blind-turn.ts';
import { createEventStream } from '#lib/arena/event-stream.ts';
import type { TurnSource } from '#lib/arena/turn-source.ts';
import type { TurnViewOptions } from '#lib/arena/turn-view.ts';
import { getSettings } from '#lib/settings.ts';

/** What the rater may look at: the turn itself, or while blind what tells nothing of its lanes. */
async function toView({ source, isBlind }: OpenedTurn): Promise<TurnSource> {
  if (!isBlind) return source;
  const { blindTurns } = getRuns();
  const mask = await getIdentityMask();
  const view = blindTurns.get(source) ?? new BlindTurn(source, mask, { pace: getSettings().battlePace });
  blindTurns.set(source, view);
  return view;
}

/** One view of a turn as server-sent events; nothing on the way may gather or change it. */
export async function toEventResponse(
  opened: OpenedTurn,
  opening: TurnViewOptions['opening'],
): Promise<Response> {
  const stream = createEventStream(await toView(opened), { opening, isBlind: opened.isBlind });
  return new Response(stream, {
    headers: {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-cache, no-transform',
      'X-Accel-Buffering': 'no',
    },
  });
}
