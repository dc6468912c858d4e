import type { Response, TurnEvent, TurnStatus } from '#lib/arena/schema.ts';

export type SaveTrouble = 'delayed' | 'lost' | null;

/** What a reader knows of a turn: the answers so far, by lane. */
export type TurnView = {
  readonly turnId: string;
  readonly status: TurnStatus;
  /** Every lane has ended, but the server's database has not taken the answers yet, or never will. */
  readonly saveTrouble: SaveTrouble;
  /** How often a failed lane of a battle was drawn anew while this reader looked. */
  readonly redraws: number;
  readonly lanes: Readonly<Record<string, Response>>;
  /** Lanes that wait for their endpoint, and how many it answers before them. */
  readonly ahead: Readonly<Record<string, number>>;
};

/** `gap` says that text is missing between what is known and what came: ask for a snapshot. */
export type TurnStep = { readonly view: TurnView; readonly gap: boolean };

type DeltaOf<Event> = Event extends { event: 'lane-delta'; data: infer Data } ? Data : never;
type LaneDelta = DeltaOf<TurnEvent>;

export function isFinal(response: Pick<Response, 'status'>): boolean {
  return response.status !== 'pending' && response.status !== 'streaming';
}

export function emptyResponse(laneId: string): Response {
  return {
    laneId,
    status: 'pending',
    text: '',
    reasoning: null,
    finishReason: null,
    error: null,
    attempts: null,
    usage: null,
    timing: null,
    costUsd: null,
  };
}

function byLane(responses: readonly Response[]): Record<string, Response> {
  return Object.fromEntries(responses.map((response) => [response.laneId, response]));
}

/** The view a reader starts with; `turnId` is "" until the server has named the turn. */
export function viewOf(turn: {
  turnId: string | null;
  status: TurnStatus;
  responses: readonly Response[];
}): TurnView {
  return {
    turnId: turn.turnId ?? '',
    status: turn.status,
    saveTrouble: null,
    redraws: 0,
    lanes: byLane(turn.responses),
    ahead: {},
  };
}

/** Appends what is new in `piece`, which starts at `offset`; null when something before it is missing. */
function append(known: string, offset: number, piece: string): string | null {
  if (offset > known.length) return null;
  const overlap = known.length - offset;
  return overlap >= piece.length ? known : known + piece.slice(overlap);
}

/** A delta after the end belongs to a new attempt whose start this reader has not seen: that is a gap too. */
function applyDelta(response: Response, delta: LaneDelta): Response | null {
  if (isFinal(response)) return null;
  const text = append(response.text, delta.offset ?? 0, delta.text ?? '');
  const reasoning = append(response.reasoning ?? '', delta.reasoningOffset ?? 0, delta.reasoning ?? '');
  if (text === null || reasoning === null) return null;
  const isSame = text === response.text && reasoning === (response.reasoning ?? '');
  if (isSame && response.status === 'streaming') return response;
  return { ...response, status: 'streaming', text, reasoning: reasoning === '' ? null : reasoning };
}

function withAhead(view: TurnView, laneId: string, ahead: number | null): TurnView {
  if ((view.ahead[laneId] ?? null) === ahead) return view;
  const { [laneId]: _, ...others } = view.ahead;
  return { ...view, ahead: ahead === null ? others : { ...others, [laneId]: ahead } };
}

function withLane(view: TurnView, response: Response): TurnView {
  if (view.lanes[response.laneId] === response) return view;
  return { ...view, lanes: { ...view.lanes, [response.laneId]: response } };
}

/** Folds one event into the view. Pure; parts that did not change keep their identity. */
export function applyTurnEvent(view: TurnView, { event, data }: TurnEvent): TurnStep {
  switch (event) {
    case 'turn-start': {
      const started = data.lanes.map(({ laneId }) => view.lanes[laneId] ?? emptyResponse(laneId));
      return { view: { ...view, turnId: data.turnId, lanes: byLane(started) }, gap: false };
    }
    case 'snapshot': {
      const status = data.responses.every(isFinal) ? view.status : 'running';
      return {
        view: { ...view, turnId: data.turnId, status, lanes: byLane(data.responses), ahead: {} },
        gap: false,
      };
    }
    case 'lane-wait':
      return { view: withAhead(view, data.laneId, data.ahead), gap: false };
    case 'redraw':
      return { view: { ...view, redraws: view.redraws + 1 }, gap: false };
    case 'lane-delta': {
      const response = view.lanes[data.laneId];
      const next = response ? applyDelta(response, data) : null;
      return next ? { view: withLane(view, next), gap: false } : { view, gap: true };
    }
    case 'lane-end':
      return { view: withAhead(withLane(view, data.response), data.laneId, null), gap: false };
    case 'save-delayed':
      return { view: { ...view, saveTrouble: 'delayed' }, gap: false };
    case 'save-lost':
      return { view: { ...view, saveTrouble: 'lost' }, gap: false };
    case 'turn-end': {
      const saveTrouble = view.saveTrouble === 'lost' ? 'lost' : null;
      const ended = { turnId: data.turnId, status: data.status, saveTrouble } as const;
      return { view: { ...view, ...ended }, gap: false };
    }
  }
}
