import { text as readText } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type Command, CommandError } from '#cli/command.ts';
import { findLiveHolder } from '#cli/folder-lock.ts';
import { readSettings } from '#cli/open-database.ts';
import { comparisonSchema, type Response, type Turn, turnSchema } from '#lib/arena/schema.ts';
import { getNetworkPolicy } from '#lib/endpoints/address-policy.ts';
import { guardedFetch } from '#lib/endpoints/guarded-fetch.ts';

const help = `Usage: baijia compare "PROMPT" --endpoints ID,ID,... [OPTIONS]

Asks up to eight endpoints the same thing through the Baijia that is running on the data folder, and prints their
answers. The comparison is kept and can be judged in the browser. PROMPT - reads standard input.

Options:
  --endpoints IDS   ids of endpoints, as GET /api/v1/endpoints lists them; one may stand twice
  --system TEXT     a system prompt for all of them
  --url URL         of the running Baijia (default: the one on the data folder, else HOST and PORT)
  --json            print JSON instead of text
  --help            show this

Examples:
  baijia compare "Why is the sky blue?" --endpoints eliza,librarian
  git diff | baijia compare - --endpoints gpt,claude --system "Review this change." --json | jq -r '.responses[].text'
`;

export const command: Command = {
  help,
  run: async (args) => {
    const { values, positionals } = parse(args);
    const [given, ...more] = positionals;
    const endpointIds = (values.endpoints ?? '').split(',').filter((id) => id !== '');
    if (given === undefined || more.length > 0) throw new CommandError('one PROMPT, please, in quotes', 2);
    if (endpointIds.length < 1 || endpointIds.length > 8) {
      throw new CommandError('--endpoints must name one to eight endpoints', 2);
    }
    const prompt = given === '-' ? await readText(process.stdin) : given;
    const base = values.url ?? findBase();
    const comparison = comparisonSchema.parse(
      await post(base, '/comparisons', {
        mode: 'open',
        lanes: endpointIds.map((endpointId) => ({ endpointId })),
        ...(values.system === undefined ? {} : { system: values.system }),
      }),
    );
    const turn = turnSchema.parse(await post(base, `/comparisons/${comparison.id}/turns`, { prompt }));
    const names = new Map(comparison.lanes.map((lane) => [lane.id, `${lane.label} ${lane.name}`]));
    process.stdout.write(values.json ? `${JSON.stringify(turn, null, 2)}\n` : format(turn, names));
    if (turn.responses.every(({ status }) => status !== 'complete')) {
      throw new CommandError('no endpoint answered');
    }
  },
};

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        endpoints: { type: 'string' },
        system: { type: 'string' },
        url: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new CommandError(error instanceof Error ? error.message : String(error), 2, { cause: error });
  }
}

function findBase(): string {
  const { dataDirectory, host, port } = readSettings();
  const url = findLiveHolder(dataDirectory)?.url;
  return url?.startsWith('http') ? url : `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

const errorSchema = z.object({ error: z.object({ message: z.string() }) });

/** Answers may take as long as the models take; Baijia has its own deadlines for them. */
async function post(base: string, path: string, body: object): Promise<unknown> {
  const response = await guardedFetch(
    `${base}/api/v1${path}`,
    {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(body),
    },
    { policy: getNetworkPolicy() },
  ).catch((cause: unknown) => {
    throw new CommandError(`no Baijia answers at ${base}: start it with npm start`, 1, { cause });
  });
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) return answer;
  const known = errorSchema.safeParse(answer);
  throw new CommandError(
    known.success ? known.data.error.message : `${base} answered HTTP ${response.status}`,
  );
}

function format(turn: Turn, names: ReadonlyMap<string, string>): string {
  return turn.responses
    .map((response) => `## ${names.get(response.laneId)} · ${describe(response)}\n\n${response.text}\n`)
    .join('\n');
}

function describe({ status, error, timing, usage }: Response): string {
  if (status !== 'complete') return `${status}${error ? `: ${error.message}` : ''}`;
  const seconds = timing ? `${(timing.durationMs / 1000).toFixed(1)} s` : '';
  return [seconds, usage ? `${usage.outputTokens} tokens` : ''].filter((part) => part !== '').join(', ');
}
