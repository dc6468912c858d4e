import type { LaneLabel, Response, ResponseStatus } from '#lib/arena/schema.ts';
import { TextBuffer } from '#lib/arena/text-buffer.ts';
import type { Ask, AskEndpoint, AskResult } from '#lib/endpoints/ask.ts';

/** What one lane of a run is to do. */
export type LanePlan = {
  laneId: string;
  label: LaneLabel;
  responseId: string;
  endpointId: string;
  /** Null with a refusal: the endpoint was disabled, or its key cannot be read. */
  ask: Ask | null;
  refusal: { code: string; message: string } | null;
  /** How many lanes may ask this endpoint at once; null for no limit. */
  maxConcurrent: number | null;
};

/** A lane's row as the store keeps it; written whole at each checkpoint. */
export type LaneRecord = {
  responseId: string;
  status: ResponseStatus;
  text: string;
  reasoning: string | null;
  result: AskResult | null;
  attempts: number;
};

/** A person stopped it, or the server had to. */
export type AbortCause = 'stopped' | 'interrupted';

const interruptedError = {
  code: 'interrupted',
  message: 'The server was stopped before the answer was complete.',
};

/** One lane at work: gathers the answer and keeps its state for views and checkpoints. */
export class LaneRun {
  readonly plan: LanePlan;
  status: ResponseStatus = 'pending';
  ahead: number | null = null;
  /** Grows with every change, so that the saver knows what it has not written yet. */
  version = 0;
  /** On the clock of performance.now(). */
  endedAt = Number.POSITIVE_INFINITY;
  private readonly text = new TextBuffer();
  private readonly reasoning = new TextBuffer();
  private readonly abort = new AbortController();
  private abortCause: AbortCause | null = null;
  private attempts = 0;
  private result: AskResult | null = null;
  private readonly onChange: (isFirst: boolean) => void;

  constructor(plan: LanePlan, onChange: (isFirst: boolean) => void) {
    this.plan = plan;
    this.onChange = onChange;
  }

  get laneId(): string {
    return this.plan.laneId;
  }

  get label(): LaneLabel {
    return this.plan.label;
  }

  get responseId(): string {
    return this.plan.responseId;
  }

  get isEnded(): boolean {
    return this.status !== 'pending' && this.status !== 'streaming';
  }

  /** It has ended without words, or with an error; not because anyone stopped it. */
  get hasFailed(): boolean {
    const isEmpty = this.status === 'complete' && this.text.toString().trim() === '';
    return this.status === 'failed' || isEmpty;
  }

  get signal(): AbortSignal {
    return this.abort.signal;
  }

  /** Its endpoint has others to answer first. */
  waitBehind(ahead: number): void {
    this.ahead = ahead;
    this.onChange(false);
  }

  /** Asks and resolves when the lane has ended, however it ended. */
  async run(askEndpoint: AskEndpoint): Promise<void> {
    const { ask, refusal } = this.plan;
    this.ahead = null;
    if (this.signal.aborted || ask === null) {
      this.end(refusal === null ? stoppedUnasked : { ...stoppedUnasked, status: 'failed', error: refusal });
      return;
    }
    this.status = 'streaming';
    this.changed(true);
    const result = await askEndpoint(ask, {
      signal: this.signal,
      onText: (delta) => this.append(this.text, delta),
      onReasoning: (delta) => this.append(this.reasoning, delta),
      onAttempt: (attempt) => {
        this.attempts = attempt;
      },
    }).catch(failedInside);
    this.end(result);
  }

  stop(cause: AbortCause): void {
    if (this.isEnded || this.signal.aborted) return;
    this.abortCause = cause;
    this.abort.abort();
  }

  textFrom(offset: number): string {
    return this.text.readFrom(offset);
  }

  reasoningFrom(offset: number): string {
    return this.reasoning.readFrom(offset);
  }

  toRecord(): LaneRecord {
    return {
      responseId: this.responseId,
      status: this.status,
      text: this.text.toString(),
      reasoning: this.reasoning.length > 0 ? this.reasoning.toString() : null,
      result: this.result,
      attempts: this.attempts,
    };
  }

  toResponse(): Response {
    const record = this.toRecord();
    return {
      laneId: this.laneId,
      status: record.status,
      text: record.text,
      reasoning: record.reasoning,
      finishReason: this.result?.finishReason ?? null,
      error: this.result?.error ?? null,
      attempts: record.attempts,
      usage: this.result?.usage ?? null,
      timing: this.result?.timing ?? null,
      costUsd: this.result?.costUsd ?? null,
      ...(this.result?.costSource !== undefined && { costSource: this.result.costSource }),
    };
  }

  private append(buffer: TextBuffer, delta: string): void {
    const isFirst = buffer.length === 0;
    buffer.append(delta);
    this.changed(isFirst);
  }

  private end(result: AskResult): void {
    const isInterrupted = this.abortCause === 'interrupted' && result.status !== 'complete';
    this.result = isInterrupted ? { ...result, error: interruptedError } : result;
    this.status = isInterrupted ? 'interrupted' : result.status;
    this.endedAt = performance.now();
    this.changed(true);
  }

  private changed(isFirst: boolean): void {
    this.version += 1;
    this.onChange(isFirst);
  }
}

/** A lane that was stopped while it waited for its turn. */
const stoppedUnasked: AskResult = {
  status: 'stopped',
  finishReason: null,
  usage: null,
  timing: { timeToFirstTextMs: null, durationMs: 0, tokensPerSecond: null },
  costUsd: null,
  error: null,
  attempts: 0,
  request: null,
};

/** A fault of ours must end this lane alone, not leave the turn waiting for ever. */
function failedInside(cause: unknown): AskResult {
  const message = cause instanceof Error ? cause.message : String(cause);
  return { ...stoppedUnasked, status: 'failed', error: { code: 'internal', message } };
}
