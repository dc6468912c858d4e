import type postgres from 'postgres';

/** Above this, texts differ with the length of their lists, and a connection would keep every one of them. */
const mostParameters = 40;

/**
 * Prepares what drizzle sends: by itself it asks for unnamed statements, and each of these takes two round trips, is
 * planned anew, and holds up the queries behind it.
 */
export function withPreparedStatements<Client extends Pick<postgres.Sql, 'unsafe'>>(client: Client): Client {
  const unsafe: postgres.Sql['unsafe'] = client.unsafe;
  const prepared: postgres.Sql['unsafe'] = (query, parameters = [], options = {}) =>
    unsafe(query, parameters, { prepare: parameters.length <= mostParameters, ...options });
  return Object.assign(client, { unsafe: prepared });
}
