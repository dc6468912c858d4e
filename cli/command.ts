/** One subcommand: `cli/<name>.ts` exports it as `command`. */
export type Command = {
  /** Shown by `--help` of the subcommand. */
  help: string;
  /** @throws CommandError; anything else thrown is a fault of the program. */
  run: (args: string[]) => Promise<void>;
};

/** 1: it was tried and failed. 2: the call itself makes no sense. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly exitCode: 1 | 2;

  constructor(message: string, exitCode: 1 | 2 = 1, options: ErrorOptions = {}) {
    super(message, options);
    this.exitCode = exitCode;
  }
}
