import type { IncomingMessage, ServerResponse } from 'node:http';

/** What the launcher and the page server, which share one process but not their modules, tell each other. */
export type ProcessState = {
  /** True from the first stop signal on: no new work, and readiness answers 503. */
  draining: boolean;
  /** Lets running turns end; set by whoever runs them, awaited with a bound by the launcher. */
  drain?: () => Promise<void>;
  /** Answers event streams, ballots and stops; false for any other request, which is the pages' to answer. */
  answerDirectly?: (request: IncomingMessage, response: ServerResponse) => boolean;
};

declare global {
  var baijiaProcessState: ProcessState | undefined;
}

export function getProcessState(): ProcessState {
  globalThis.baijiaProcessState ??= { draining: false };
  return globalThis.baijiaProcessState;
}
