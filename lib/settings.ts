import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';

const isLoopback = (host: string) =>
  host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);

/** A host name, an address, or a CIDR range of either family. */
function isHostOrRange(entry: string): boolean {
  const [base = '', prefix, ...more] = entry.split('/');
  const family = isIP(base);
  if (more.length > 0) return false;
  if (family === 0) return prefix === undefined && /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(base);
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (family === 6 ? 128 : 32));
}

const port = z
  .string()
  .regex(/^\d{1,5}$/, 'must be a number from 1 to 65535')
  .transform(Number)
  .refine((value) => value >= 1 && value <= 65_535, 'must be a number from 1 to 65535');

const databaseUrl = z.string().refine((value) => {
  const url = URL.parse(value);
  return url !== null && /^postgres(ql)?:$/.test(url.protocol) && url.hostname !== '';
}, 'must look like postgres://user:password@host:5432/database');

const secret = z.string().transform((value, context) => {
  const text = value.trim();
  const bytes = /^[0-9a-f]{64}$/i.test(text) ? Buffer.from(text, 'hex') : Buffer.from(text, 'base64');
  const isClean = /^([0-9a-f]{64}|[\w+/-]+={0,2})$/i.test(text);
  if (isClean && bytes.length === 32) return new Uint8Array(bytes);
  context.addIssue(
    'must be 32 bytes, written as 64 hex digits or as base64 (make one: openssl rand -hex 32)',
  );
  return z.NEVER;
});

const lanes = 'must be a whole number from 1 to 100000';
const pace = 'must be a number of characters a second from 10 to 999999, or off';
/** Faster than any model writes. */
const unpaced = 1_000_000_000;
const allowed = 'must list host names, addresses or ranges such as 10.1.0.0/16, separated by commas';

const settingsSchema = z.object({
  PORT: port.default(3000),
  HOST: z
    .string()
    .refine(
      isLoopback,
      'must be a loopback address (127.0.0.1, ::1 or localhost): Baijia has no accounts yet, so whoever reaches it may use your keys',
    )
    .default('127.0.0.1'),
  DATA_DIR: z
    .string()
    .default('.data')
    .transform((value) => resolve(/* turbopackIgnore: true */ value)),
  DATABASE_URL: databaseUrl.optional(),
  DATABASE_DIRECT_URL: databaseUrl.optional(),
  BAIJIA_SECRET: secret.optional(),
  DRAIN_SECONDS: z
    .string()
    .regex(/^\d{1,4}$/, 'must be a whole number of seconds from 0 to 3600')
    .transform(Number)
    .refine((value) => value <= 3600, 'must be a whole number of seconds from 0 to 3600')
    .default(20),
  MAX_CONCURRENT_LANES: z
    .string()
    .regex(/^\d{1,6}$/, lanes)
    .transform(Number)
    .refine((value) => value >= 1 && value <= 100_000, lanes)
    .default(500),
  PRIVATE_ADDRESSES: z.enum(['allow', 'refuse'], { error: 'must be allow or refuse' }).default('allow'),
  ALLOWED_HOSTS: z
    .string()
    .transform((value) => value.split(',').map((entry) => entry.trim().toLowerCase()))
    .refine((entries) => entries.every(isHostOrRange), allowed)
    .default([]),
  BATTLE_PACE: z
    .string()
    .regex(/^(off|\d{1,6})$/, pace)
    .transform((value) => (value === 'off' ? unpaced : Number(value)))
    .refine((value) => value >= 10, pace)
    .default(400),
  LIVE_FACTS: z.enum(['fetch', 'off'], { error: 'must be fetch or off' }).default('fetch'),
});

export type Settings = {
  port: number;
  host: string;
  /** Absolute. */
  dataDirectory: string;
  /** Undefined means: the embedded PostgreSQL. Pages always see a URL, the launcher puts it there. */
  databaseUrl: string | undefined;
  /** For migrations and LISTEN, past a pooler; the same as databaseUrl unless set. */
  databaseDirectUrl: string | undefined;
  /** 32 bytes; undefined means: the key file in dataDirectory. */
  secret: Uint8Array | undefined;
  drainSeconds: number;
  /** Lanes that may be asking at once in this process. */
  maxConcurrentLanes: number;
  /** Whether endpoints may be on loopback, private and other non-public addresses. */
  allowPrivateAddresses: boolean;
  /** Host names, addresses and CIDR ranges that may be called even where private addresses may not. */
  allowedHosts: readonly string[];
  /** Characters a second that blind battles show of every answer. */
  battlePace: number;
  /** Whether prices and other facts about models may be asked for at their sources (lib/facts). */
  fetchesLiveFacts: boolean;
};

type Environment = Readonly<Record<string, string | undefined>>;

/** A sentence for each setting that is wrong. */
export class SettingsError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`Wrong settings:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.name = 'SettingsError';
    this.problems = problems;
  }
}

/** @throws SettingsError naming every wrong setting at once, never its value if that may be a secret. */
export function parseSettings(environment: Environment): Settings {
  const given = Object.fromEntries(
    Object.keys(settingsSchema.shape)
      .map((name) => [name, environment[name]?.trim()] as const)
      .filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = settingsSchema.safeParse(given);
  if (!parsed.success)
    throw new SettingsError(parsed.error.issues.map((issue) => describe(issue, environment)));
  const values = parsed.data;
  if (values.DATABASE_DIRECT_URL !== undefined && values.DATABASE_URL === undefined) {
    throw new SettingsError(['DATABASE_DIRECT_URL needs DATABASE_URL to be set as well.']);
  }
  return {
    port: values.PORT,
    host: values.HOST,
    dataDirectory: values.DATA_DIR,
    databaseUrl: values.DATABASE_URL,
    databaseDirectUrl: values.DATABASE_DIRECT_URL ?? values.DATABASE_URL,
    secret: values.BAIJIA_SECRET,
    drainSeconds: values.DRAIN_SECONDS,
    maxConcurrentLanes: values.MAX_CONCURRENT_LANES,
    allowPrivateAddresses: values.PRIVATE_ADDRESSES === 'allow',
    allowedHosts: values.ALLOWED_HOSTS,
    battlePace: values.BATTLE_PACE,
    fetchesLiveFacts: values.LIVE_FACTS === 'fetch',
  };
}

const printable = new Set([
  'PORT',
  'HOST',
  'DATA_DIR',
  'DRAIN_SECONDS',
  'MAX_CONCURRENT_LANES',
  'PRIVATE_ADDRESSES',
  'ALLOWED_HOSTS',
  'BATTLE_PACE',
  'LIVE_FACTS',
]);

function describe(issue: z.core.$ZodIssue, environment: Environment): string {
  const name = String(issue.path[0]);
  const shown = printable.has(name) ? ` (it is "${environment[name]?.trim()}")` : '';
  return `${name} ${issue.message}${shown}.`;
}

let settings: Settings | undefined;

/** The settings of this process, parsed at the first call. */
export function getSettings(): Settings {
  settings ??= parseSettings(process.env);
  return settings;
}

/** The whole environment, for programs that are started by this one. */
export function getEnvironment(): NodeJS.ProcessEnv {
  return process.env;
}

/** Keys of model providers found in the environment, by variable name (OPENAI_API_KEY and the like). */
export function getProviderKeys(): ReadonlyMap<string, string> {
  const entries = Object.entries(process.env).flatMap(([name, value]): [string, string][] =>
    name.endsWith('_API_KEY') && value ? [[name, value]] : [],
  );
  return new Map(entries);
}

/** Tells this process and the page server, which parses the environment for itself, what the launcher found out. */
export function publishToEnvironment(values: Record<string, string>): void {
  Object.assign(process.env, values);
  settings = undefined;
}
