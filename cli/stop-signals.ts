export type StopSignals = {
  /** Aborted by the first SIGINT or SIGTERM, or by `stop`. */
  stopping: AbortSignal;
  /** Aborted by a second one: do not wait for anybody. */
  hurrying: AbortSignal;
  /** Begins an orderly stop from within; the process then ends with exit code 1. */
  stop: (reason: string) => void;
  failure: () => string | undefined;
};

// A terminal sends Ctrl-C to the whole group and npm passes it on once more: that is one wish, not two.
const echoMs = 1_000;

export function listenForStop(): StopSignals {
  const stopping = new AbortController();
  const hurrying = new AbortController();
  let first = 0;
  let failure: string | undefined;
  const onSignal = () => {
    if (first === 0) {
      first = Date.now();
      stopping.abort();
    } else if (Date.now() - first > echoMs) {
      hurrying.abort();
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
  return {
    stopping: stopping.signal,
    hurrying: hurrying.signal,
    stop: (reason) => {
      failure ??= reason;
      stopping.abort();
    },
    failure: () => failure,
  };
}

/** Resolves once the signal is aborted. */
export async function whenAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
