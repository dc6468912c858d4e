import { sql } from 'drizzle-orm';
import { afterEach, test } from 'vitest';
import { withDatabase } from '#db/client.ts';
import { listenForNotices, stopsChannel, turnsChannel } from '#db/notice-listener.ts';
import { setUpTestDatabase } from '#db/testing/test-database.ts';

setUpTestDatabase();

let stop = () => {};
afterEach(() => stop());

/** Everything the listener says, awaited in order. */
function listen() {
  const heard: string[] = [];
  const waiting = new Set<() => void>();
  const say = (words: string) => {
    heard.push(words);
    for (const check of [...waiting]) check();
  };
  stop = listenForNotices({
    onTurn: (turnId) => say(`turn ${turnId}`),
    onStop: (turnId, laneId) => say(`stop ${turnId} ${laneId}`),
    onLive: (isLive) => say(isLive ? 'live' : 'lost'),
  });
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
