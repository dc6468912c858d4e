import postgres from 'postgres';
import { getDirectUrl } from '#db/client.ts';
import { createSocketFactory } from '#db/connect-socket.ts';

/** Channels of NOTIFY. What they carry is a hint: everything they say can also be read from tables. */
export const turnsChannel = 'baijia_turns';
export const stopsChannel = 'baijia_stops';

export type NoticeHandlers = {
  /** Something of this turn was stored. */
  onTurn: (turnId: string) => void;
  /** Somebody wishes a lane of this turn, or all of it (null), to stop. */
  onStop: (turnId: string, laneId: string | null) => void;
  /** True once notices come; false as soon as some may have been missed. */
  onLive: (isLive: boolean) => void;
};

export type NoticeOptions = {
  /** Where to listen; the database past any pooler when not given. */
  url?: string;
  /** How often a silent connection is asked, and how long it may take to answer, in ms. */
  pingMs?: number;
};

const reconnectMs = 1000;

/**
 * Listens on a connection of its own, past any pooler, and connects again whenever that one ends or falls silent: a
 * frozen socket says nothing, so the connection is asked for a sign of life. Returns the end of listening.
 */
export function listenForNotices(handlers: NoticeHandlers, options: NoticeOptions = {}): () => void {
  const { url = getDirectUrl(), pingMs = 5000 } = options;
  let isOver = false;
  let timer: NodeJS.Timeout | undefined;
  let leave = () => {};

  const connect = () => {
    const session = postgres(url, {
      ...sessionOptions,
      // Known to postgres.js, not to its types.
      ...{
        socket: createSocketFactory(1),
        onnotify: (channel: string, payload: string) => deliver(handlers, channel, payload),
      },
      onclose: () => lose(),
    });
    let isLost = false;
    const lose = () => {
      if (isLost) return;
      isLost = true;
      clearTimeout(timer);
      handlers.onLive(false);
      void session.end({ timeout: 0 });
      if (!isOver) timer = setTimeout(connect, reconnectMs).unref();
    };
    leave = lose;
    const ask = (question: PromiseLike<unknown>, then: () => void) => {
      timer = setTimeout(lose, pingMs).unref();
      question.then(() => {
        if (isLost) return;
        clearTimeout(timer);
        then();
      }, lose);
    };
    const keepAsking = () => {
      timer = setTimeout(() => ask(session`select 1`, keepAsking), pingMs).unref();
    };
    const both = `listen ${turnsChannel}; listen ${stopsChannel}`;
    ask(session.unsafe(both), () => {
      handlers.onLive(true);
      keepAsking();
    });
  };

  connect();
  return () => {
    isOver = true;
    leave();
    clearTimeout(timer);
  };
}

const sessionOptions = {
  max: 1,
  fetch_types: false,
  connect_timeout: 5,
  idle_timeout: 0,
  max_lifetime: null,
  onnotice: () => {},
  connection: { application_name: 'baijia listener' },
} as const;

function deliver(handlers: NoticeHandlers, channel: string, payload: string): void {
  const [turnId = '', laneId = ''] = payload.split(' ');
  if (channel === stopsChannel) handlers.onStop(turnId, laneId === '' ? null : laneId);
  else handlers.onTurn(turnId);
}
