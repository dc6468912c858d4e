import { redactResponse } from '#lib/arena/redact-response.ts';
import type { Response, TurnEvent } from '#lib/arena/schema.ts';
import type { LaneSource, SaveState, TurnSource } from '#lib/arena/turn-source.ts';

type Cursor = {
  responseId: string;
  text: number;
  reasoning: number;
  isEnded: boolean;
  ahead: number | null;
};

export type TurnViewOptions = {
  /** `turn-start` for the asker's own stream; `snapshot` for whoever comes later. */
  opening: 'turn-start' | 'snapshot';
  /** True while this viewer may not know what the lanes are: only the answers' own words are shown. */
  isBlind: boolean;
};

/**
 * One viewer of a turn: remembers how far it has read each lane and says what is new.
 * Nothing is queued for it: a slow viewer reads more at once, a fast one less.
 */
export class TurnView {
  private readonly source: TurnSource;
  private readonly options: TurnViewOptions;
  private readonly cursors = new Map<string, Cursor>();
  private shownSaveState: SaveState = 'pending';
  isOver = false;

  constructor(source: TurnSource, options: TurnViewOptions) {
    this.source = source;
    this.options = options;
  }

  open(): TurnEvent[] {
    return this.options.opening === 'turn-start' ? [this.turnStart()] : [this.snapshot()];
  }

  /** All that is new since the last call; the last event of a turn is `turn-end`. */
  read(): TurnEvent[] {
    const isReplaced = this.source.lanes.some((lane) => this.isReplaced(lane));
    const events = isReplaced
      ? [...this.redrawn(), this.snapshot()]
      : this.source.lanes.flatMap((lane) => this.readLane(lane));
    if (this.source.saveState !== this.shownSaveState) {
      this.shownSaveState = this.source.saveState;
      const data = { turnId: this.source.turnId };
      if (this.shownSaveState === 'delayed') events.push({ event: 'save-delayed', data });
      if (this.shownSaveState === 'lost') events.push({ event: 'save-lost', data });
    }
    if (this.source.status === 'complete') {
      this.isOver = true;
      events.push({ event: 'turn-end', data: { turnId: this.source.turnId, status: 'complete' } });
    }
    return events;
  }

  private turnStart(): TurnEvent {
    const lanes = this.source.lanes.map(({ laneId, label }) => ({ laneId, label }));
    for (const lane of this.source.lanes) this.cursors.set(lane.laneId, freshCursor(lane));
    return { event: 'turn-start', data: { turnId: this.source.turnId, lanes } };
  }

  private snapshot(): TurnEvent {
    const responses = this.source.lanes.map((lane) => {
      const response = lane.toResponse();
      this.cursors.set(lane.laneId, {
        responseId: lane.responseId,
        text: response.text.length,
        reasoning: response.reasoning?.length ?? 0,
        isEnded: lane.isEnded,
        ahead: null,
      });
      return this.redact(response);
    });
    return { event: 'snapshot', data: { turnId: this.source.turnId, responses } };
  }

  /** While blind, lanes are replaced by a new draw alone: a person cannot retry one. */
  private redrawn(): TurnEvent[] {
    return this.options.isBlind ? [{ event: 'redraw', data: { turnId: this.source.turnId } }] : [];
  }

  private isReplaced(lane: LaneSource): boolean {
    return this.cursors.get(lane.laneId)?.responseId !== lane.responseId;
  }

  private redact(response: Response): Response {
    return this.options.isBlind ? redactResponse(response) : response;
  }

  private readLane(lane: LaneSource): TurnEvent[] {
    const cursor = this.cursors.get(lane.laneId);
    if (cursor === undefined || cursor.isEnded) return [];
    const events: TurnEvent[] = [];
    // How busy its endpoint is would be a hint at the model.
    if (lane.ahead !== cursor.ahead && !this.options.isBlind) {
      cursor.ahead = lane.ahead;
      events.push({ event: 'lane-wait', data: { laneId: lane.laneId, ahead: lane.ahead } });
    }
    const reasoning = this.options.isBlind ? '' : lane.reasoningFrom(cursor.reasoning);
    if (reasoning !== '') {
      const data = { laneId: lane.laneId, reasoningOffset: cursor.reasoning, reasoning };
      events.push({ event: 'lane-delta', data });
      cursor.reasoning += reasoning.length;
    }
    const text = lane.textFrom(cursor.text);
    if (text !== '') {
      events.push({ event: 'lane-delta', data: { laneId: lane.laneId, offset: cursor.text, text } });
      cursor.text += text.length;
    }
    if (lane.isEnded) {
      cursor.isEnded = true;
      const response = this.redact(lane.toResponse());
      events.push({ event: 'lane-end', data: { laneId: lane.laneId, response } });
    }
    return events;
  }
}

function freshCursor(lane: LaneSource): Cursor {
  return { responseId: lane.responseId, text: 0, reasoning: 0, isEnded: false, ahead: null };
}
