import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { setTimeout as sleep, setImmediate as yieldToLoop } from 'node:timers/promises';
import type { Reply, Step } from '#e2e/fake-endpoint/reply.ts';

const writesPerTurnOfTheLoop = 64;

async function write(response: ServerResponse, step: string | Uint8Array): Promise<void> {
  if (step.length > 0 && !response.write(step) && !response.destroyed) {
    await Promise.race([once(response, 'drain'), once(response, 'close')]);
  }
}

/** Lets what was written reach the network before the connection is torn down. */
async function reset(response: ServerResponse): Promise<void> {
  await sleep(5);
  response.socket?.resetAndDestroy();
}

/** Plays a reply over HTTP, keeping to its times and to the client's pace; ends early when the client leaves. */
export async function playReply(response: ServerResponse, reply: Reply): Promise<void> {
  if (reply.headersAfter !== undefined) await sleep(reply.headersAfter);
  if (reply.isDropped) return reset(response);
  if (response.destroyed) return;
  response.writeHead(reply.status ?? 200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache',
    ...reply.headers,
  });
  response.flushHeaders();
  let due = performance.now();
  let written = 0;
  for (const step of reply.steps as Iterable<Step>) {
    if (response.destroyed) return;
    if (step === 'hang') return;
    if (step === 'reset') return reset(response);
    if (typeof step === 'object' && 'wait' in step) {
      due += step.wait;
      const left = due - performance.now();
      if (left > 0) await sleep(left);
      continue;
    }
    await write(response, step);
    written += 1;
    if (written % writesPerTurnOfTheLoop === 0) await yieldToLoop();
  }
  response.end();
}
