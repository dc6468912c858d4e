import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { createSocketFactory } from '#db/connect-socket.ts';
import { isConnectTimeout, toDatabaseError, unavailable } from '#db/connection-error.ts';
import { withPreparedStatements } from '#db/prepared-statements.ts';
import { runTransaction, type Transaction } from '#db/run-transaction.ts';
import { AppError } from '#lib/errors.ts';
import { getSettings } from '#lib/settings.ts';

export type Database = PostgresJsDatabase;
export type { Transaction };

export type DatabaseOptions = {
  url: string;
  /** The same database past a pooler, for LISTEN; `url` when not given. */
  directUrl?: string;
  /** Connections of this process; 10 when not given. */
  maxConnections?: number;
  /** How long a caller waits at most, in ms; above statement_timeout, so only a frozen server meets it. */
  deadlineMs?: number;
};

type Pool = { sql: postgres.Sql; db: Database };
type State = { options?: DatabaseOptions; pool?: Pool };

const beginOptions = { change: '', snapshot: 'isolation level repeatable read read only' } as const;
const statementTimeoutMs = 10_000;
const defaultDeadlineMs = 15_000;

// The launcher and Next's bundles hold separate copies of this module in one process: they share one pool.
const shared = globalThis as typeof globalThis & { [key: symbol]: State | undefined };
const stateKey = Symbol.for('baijia.database');

function getState(): State {
  shared[stateKey] ??= {};
  return shared[stateKey];
}

/** Says which database this process uses; a pool on another one is closed. */
export async function configureDatabase(options: DatabaseOptions): Promise<void> {
  await closeDatabase();
  getState().options = options;
}

/** Where LISTEN works: it needs a connection that stays with one session. */
export function getDirectUrl(): string {
  const { options } = getState();
  return options?.directUrl ?? options?.url ?? getSettings().databaseDirectUrl ?? settingsUrl();
}

export async function closeDatabase(): Promise<void> {
  const state = getState();
  const pool = state.pool;
  delete state.pool;
  await pool?.sql.end({ timeout: 5 });
}

/** Runs queries that need no transaction. A server that is away, full or frozen gives AppError `unavailable`. */
export function withDatabase<Result>(work: (db: Database) => PromiseLike<Result>): Promise<Result> {
  const pool = getPool();
  return withinDeadline(pool, work(pool.db));
}

/**
 * Runs all of `work` or nothing; with `snapshot` it only reads, and reads one moment. Await each query before the
 * next, and keep it short.
 */
export function inTransaction<Result>(
  work: (tx: Transaction) => Promise<Result>,
  kind: 'change' | 'snapshot' = 'change',
): Promise<Result> {
  const pool = getPool();
  return withinDeadline(pool, runTransaction(pool.sql, beginOptions[kind], work));
}

async function withinDeadline<Result>(pool: Pool, work: PromiseLike<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      replacePool(pool);
      reject(unavailable());
    }, getState().options?.deadlineMs ?? defaultDeadlineMs);
  });
  try {
    return await Promise.race([work, deadline]);
  } catch (error) {
    // A close at the wrong moment leaves a postgres.js connection that never speaks again.
    if (isConnectTimeout(error)) replacePool(pool);
    throw toDatabaseError(error);
  } finally {
    clearTimeout(timer);
  }
}

/** A frozen socket never ends by itself: later queries get new sockets, waiting ones 5 s to finish. */
function replacePool(pool: Pool): void {
  const state = getState();
  if (state.pool !== pool) return;
  delete state.pool;
  void pool.sql.end({ timeout: 5 });
}

/** The database of this process, for those who need a connection of their own. */
export function getDatabaseUrl(): string {
  return getState().options?.url ?? settingsUrl();
}

function getPool(): Pool {
  const state = getState();
  state.pool ??= createPool(state.options ?? { url: settingsUrl() });
  return state.pool;
}

function createPool(options: DatabaseOptions): Pool {
  const maxConnections = options.maxConnections ?? 10;
  const sql = postgres(options.url, {
    max: maxConnections,
    fetch_types: false,
    connect_timeout: 5,
    // Known to postgres.js, not to its types.
    ...{ socket: createSocketFactory(2 * maxConnections) },
    onnotice: () => {},
    connection: {
      application_name: 'baijia',
      statement_timeout: statementTimeoutMs,
      idle_in_transaction_session_timeout: statementTimeoutMs,
    },
  });
  return { sql, db: drizzle({ client: withPreparedStatements(sql) }) };
}

function settingsUrl(): string {
  const url = getSettings().databaseUrl;
  if (url === undefined)
    throw new AppError('internal', 'No database is configured: DATABASE_URL is not set.');
  return url;
}
