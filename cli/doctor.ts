import { type Command, CommandError } from '#cli/command.ts';
import { type Check, listChecks } from '#cli/doctor-checks.ts';

const help = `Usage: baijia doctor [--json]

Checks what Baijia needs on this machine (Node, settings, data folder, disk, port, database, endpoints) and says what
to do about what is missing. Nothing is changed. Exit code 1 when something is wrong.

Examples:
  baijia doctor
  baijia doctor --json | jq '.[] | select(.state != "ok")'
`;

const marks = { ok: 'ok  ', note: 'note', wrong: 'FAIL' };

export const command: Command = {
  help,
  run: async (args) => {
    const isJson = args.includes('--json');
    const unknown = args.find((arg) => arg !== '--json');
    if (unknown !== undefined) throw new CommandError(`${unknown} is not known`, 2);
    const checks = await listChecks();
    process.stdout.write(isJson ? `${JSON.stringify(checks, null, 2)}\n` : checks.map(format).join(''));
    const wrong = checks.filter(({ state }) => state === 'wrong').length;
    if (wrong > 0) throw new CommandError(`${wrong} of ${checks.length} checks failed`);
  },
};

function format({ name, state, found, advice }: Check): string {
  const line = `${marks[state]}  ${name.padEnd(12)} ${found}\n`;
  return advice === undefined ? line : `${line}${' '.repeat(19)}→ ${advice}\n`;
}
