#!/usr/bin/env node
import { type Command, CommandError } from '#cli/command.ts';

/** Loaded only when called, so that one command does not wait for the libraries of the others. */
const commands: Record<string, { summary: string; load: () => Promise<Command> }> = {
  rate: {
    summary: 'rate models from a file of battles or counts, without a database',
    load: async () => (await import('#cli/rate.ts')).command,
  },
  export: {
    summary: 'write the preference log in a format for training, analysis or another Baijia',
    load: async () => (await import('#cli/export.ts')).command,
  },
  import: {
    summary: 'take the judgements of a file into the log',
    load: async () => (await import('#cli/import.ts')).command,
  },
  rebuild: {
    summary: 'count the ballots anew, and prove the kept counts equal',
    load: async () => (await import('#cli/rebuild.ts')).command,
  },
  seed: {
    summary: 'fill an empty database with made-up ballots, to try Baijia at full size',
    load: async () => (await import('#cli/seed.ts')).command,
  },
  compare: {
    summary: 'ask several endpoints the same thing, from a terminal or a script',
    load: async () => (await import('#cli/compare.ts')).command,
  },
  doctor: {
    summary: 'check what Baijia needs on this machine, and say what to do',
    load: async () => (await import('#cli/doctor.ts')).command,
  },
};

const width = Math.max(...Object.keys(commands).map((name) => name.length));
const help = `Usage: baijia COMMAND [ARGUMENTS]

Commands:
${Object.entries(commands)
  .map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`)
  .join('\n')}

baijia COMMAND --help explains one command.
Exit codes: 0 done, 1 failed, 2 wrong usage. Data goes to standard output, everything else to standard error.
`;

/** @returns the exit code. */
async function main(args: string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(help);
    return 0;
  }
  const entry = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (entry === undefined) {
    process.stderr.write(name === undefined ? help : `baijia: there is no command "${name}"\n\n${help}`);
    return 2;
  }
  const command = await entry.load();
  if (rest.includes('--help') || rest.includes('-h')) {
    process.stdout.write(command.help);
    return 0;
  }
  try {
    await command.run(rest);
    return 0;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'unavailable') {
      process.stderr.write(`baijia ${name}: ${error.message} (baijia doctor looks into it)\n`);
      return 1;
    }
    if (error instanceof Error && 'code' in error && error.code === 'EPIPE') return 0;
    if (!(error instanceof CommandError)) throw error;
    process.stderr.write(`baijia ${name}: ${error.message}\n`);
    if (error.exitCode === 2) process.stderr.write(`Try: baijia ${name} --help\n`);
    return error.exitCode;
  }
}

// A reader that closes early (`| head`) is no failure; the command ends as it would otherwise, and what it started.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') return;
  process.stderr.write(`baijia: the output cannot be written: ${error.message}\n`);
  process.exitCode = 1;
});
const exitCode = await main(process.argv.slice(2));
if (exitCode !== 0) process.exitCode = exitCode;
