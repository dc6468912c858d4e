import type { Protocol } from '#lib/endpoints/protocols.ts';
import type { Capabilities, Params, Price, Timeouts } from '#lib/endpoints/schema.ts';

/** All that is needed to call an endpoint; the key is already decrypted and stays in memory. */
export type CallableEndpoint = {
  id: string;
  name: string;
  protocol: Protocol;
  baseUrl: string;
  model: string;
  apiKey: string | null;
  headers: Readonly<Record<string, string>>;
  params: Params;
  template: string | null;
  capabilities: Capabilities;
  price: Price | null;
  timeouts: Timeouts;
};

export type Message = { role: 'system' | 'user' | 'assistant'; content: string };

export type Ask = {
  endpoint: CallableEndpoint;
  /** Oldest first; ends with the user's new prompt. */
  messages: readonly Message[];
  /** The lane's parameters, already merged over the endpoint's own. */
  params: Params;
};

/** Called synchronously as the answer arrives. Texts are cleaned (lib/clean-text.ts) and never split a surrogate pair. */
export type AskObserver = {
  signal: AbortSignal;
  onText(delta: string): void;
  onReasoning(delta: string): void;
  /** Before each try, from 1 on; above 1 it follows a refusal before the first token. */
  onAttempt(attempt: number): void;
};

export type AskUsage = {
  inputTokens: number;
  outputTokens: number;
  reasoningTokens: number;
  /** True where the server reported nothing and the figures are our estimate. */
  estimated: boolean;
};

export type AskTiming = {
  /** From the last attempt's request to its first non-empty text, in ms; null when none came. */
  timeToFirstTextMs: number | null;
  /** From the last attempt's request to its end, in ms. */
  durationMs: number;
  /** Output tokens over the time from the first token to the end; null below two tokens. */
  tokensPerSecond: number | null;
};

/** What was really sent, without key and headers: kept with the response. */
export type SentRequest = {
  url: string;
  protocol: Protocol;
  body: unknown;
  template: string | null;
};

export type AskResult = {
  /** `stopped` when the signal ended it; `complete` only if the server said so and no error was seen. */
  status: 'complete' | 'stopped' | 'failed';
  finishReason: string | null;
  usage: AskUsage | null;
  timing: AskTiming;
  costUsd: number | null;
  /** The price list that the cost was estimated by; absent where the endpoint has a price of its own. */
  costSource?: string;
  /** The server's own words, shortened, secrets removed. */
  error: { code: string; message: string } | null;
  attempts: number;
  request: SentRequest | null;
};

/** Asks one endpoint once. Never throws: every outcome is an AskResult; text that arrived has been observed. */
export type AskEndpoint = (ask: Ask, observer: AskObserver) => Promise<AskResult>;
