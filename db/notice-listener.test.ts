import { sql } from 'drizzle-orm';
import { afterEach, test } from 'vitest';
import { getDirectUrl, inTransaction, withDatabase } from '#db/client.ts';
import { listenForNotices, type NoticeOptions, stopsChannel, turnsChannel } from '#db/notice-listener.ts';
import { createOpenComparison } from '#db/queries/comparisons.ts';
import { createTurn } from '#db/queries/create-turn.ts';
import { requestStop } from '#db/queries/runs.ts';
import { startFreezingProxy } from '#db/testing/freezing-proxy.ts';
import { addEndpoint, localRater } from '#db/testing/rows.ts';
import { setUpTestDatabase } from '#db/testing/test-database.ts';

setUpTestDatabase();

let stop = () => {};
afterEach(() => stop());

/** Everything the listener says, awaited in order. */
function listen(options: NoticeOptions = {}) {
  const heard: string[] = [];
  const waiting = new Set<() => void>();
  const say = (words: string) => {
    heard.push(words);
    for (const check of [...waiting]) check();
  };
  const handlers = {
    onTurn: (turnId: string) => say(`turn ${turnId}`),
    onStop: (turnId: string, laneId: string | null) => say(`stop ${turnId} ${laneId}`),
    onLive: (isLive: boolean) => say(isLive ? 'live' : 'lost'),
  };
  stop = listenForNotices(handlers, options);
  const until = (words: string) =>
    new Promise<void>((resolve) => {
      const check = () => {
        const at = heard.indexOf(words);
        if (at < 0) return;
        heard.splice(0, at + 1);
        waiting.delete(check);
        resolve();
      };
      waiting.add(check);
      check();
    });
  return until;
}

const notify = (channel: string, payload: string) =>
  withDatabase((db) => db.execute(sql`select pg_notify(${channel}, ${payload})`));

test('tells what was stored and what is to stop', async () => {
  const until = listen();
  await until('live');
  await notify(turnsChannel, 't1');
  await until('turn t1');
  await notify(stopsChannel, 't1 lane');
  await until('stop t1 lane');
  await notify(stopsChannel, 't1');
  await until('stop t1 null');
});

test('a stop is heard while a checkpoint holds the run', async () => {
  const endpoint = await addEndpoint();
  const lanes = [{ endpointId: endpoint.id }];
  const comparison = await createOpenComparison(localRater, { mode: 'open', lanes });
  const { turnId } = await createTurn(localRater, comparison.id, { prompt: 'Go' }, 'me');
  const until = listen();
  await until('live');
  const wish = await inTransaction(async (tx) => {
    await tx.execute(sql`update runs set lease_until = now() where turn_id = ${turnId}`);
    const asked = requestStop(localRater, turnId, null);
    await until(`stop ${turnId} null`);
    return { asked };
  });
  await wish.asked;
});

test('says when its connection is lost, and listens again', async () => {
  const until = listen();
  await until('live');
  for (let round = 0; round < 3; round += 1) {
    await withDatabase((db) =>
      db.execute(
        sql`select pg_terminate_backend(pid) from pg_stat_activity
          where application_name = 'baijia listener' and datname = current_database()`,
      ),
    );
    await until('lost');
    await until('live');
    await notify(turnsChannel, `t${round}`);
    await until(`turn t${round}`);
  }
});

test('tells of a stop that another process was asked for, without any checkpoint', async () => {
  const until = listen();
  await until('live');
  const { id: endpointId } = await addEndpoint();
  const { id, lanes } = await createOpenComparison(localRater, {
    mode: 'open',
    lanes: [{ endpointId }, { endpointId }],
  });
  const { turnId } = await createTurn(localRater, id, { prompt: 'Go' }, 'another process');
  // Nobody saves this run: what is heard can only have come by notice.
  await requestStop(localRater, turnId, lanes[1]?.id ?? null);
  await until(`stop ${turnId} ${lanes[1]?.id}`);
  await requestStop(localRater, turnId, null);
  await until(`stop ${turnId} null`);
});

test('leaves a connection that has fallen silent, and hears again', async () => {
  const proxy = await startFreezingProxy(getDirectUrl());
  try {
    const until = listen({ url: proxy.url, pingMs: 100 });
    for (const round of ['first', 'second']) {
      await until('live');
      await notify(turnsChannel, round);
      await until(`turn ${round}`);
      proxy.freeze();
      await until('lost');
    }
    await until('live');
    await notify(stopsChannel, 'after');
    await until('stop after null');
  } finally {
    stop();
    await proxy.stop();
  }
});
