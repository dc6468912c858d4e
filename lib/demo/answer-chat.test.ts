import { createServer } from 'node:http';
import { Readable } from 'node:stream';
import { afterEach, describe, expect, test } from 'vitest';
import { answerChat } from '#lib/demo/answer-chat.ts';
import { noPace, type Pace } from '#lib/demo/pace.ts';
import { maxBodyBytes } from '#lib/demo/read-body.ts';

const ask = (content: string) => [{ role: 'user', content }];

function post(body: unknown, init: RequestInit = {}): Request {
  return new Request('http://demo/chat/completions', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
    ...init,
  });
}

async function readEvents(response: Response) {
  const lines = (await response.text()).split('\n\n').filter(Boolean);
  expect(lines.at(-1)).toBe('data: [DONE]');
  return lines.slice(0, -1).map((line) => JSON.parse(line.slice('data: '.length)));
}

describe('a whole answer', () => {
  test('has OpenAI shape and counts tokens', async () => {
    const response = await answerChat(post({ model: 'eliza', messages: ask('I am sad.') }), noPace);
    expect(response.status).toBe(200);
    const body = await response.json();
    expect(body).toMatchObject({
      object: 'chat.completion',
      model: 'eliza',
      choices: [{ index: 0, message: { role: 'assistant' }, finish_reason: 'stop' }],
    });
    expect(body.choices[0].message.content).toContain('sad');
    expect(body.usage.prompt_tokens).toBe(3);
    expect(body.usage.total_tokens).toBe(body.usage.prompt_tokens + body.usage.completion_tokens);
  });

  test('honours max_tokens, stop, seed and content in parts', async () => {
    const run = async (more: object) => {
      const response = await answerChat(
        post({
          model: 'shannon',
          messages: [{ role: 'user', content: [{ type: 'text', text: 'Alice was' }] }],
          ...more,
        }),
        noPace,
      );
      const { choices, usage } = await response.json();
      return { ...choices[0], tokens: usage.completion_tokens };
    };
    const whole = await run({});
    const short = await run({ max_tokens: 5 });
    expect(short).toMatchObject({ finish_reason: 'length', tokens: 5 });
    expect(whole.message.content.startsWith(short.message.content)).toBe(true);
    expect(await run({ max_completion_tokens: 5 })).toEqual(short);
    expect(await run({ seed: 1 })).not.toEqual(whole);
    const word = whole.message.content.split(' ')[3];
    const stopped = await run({ stop: word });
    expect(stopped.message.content).toBe(whole.message.content.slice(0, whole.message.content.indexOf(word)));
    expect(stopped.finish_reason).toBe('stop');
  });
});

describe('a stream', () => {
  test('begins with the role, ends with a finish reason, usage and [DONE], and says the same as the whole', async () => {
    const request = { model: 'librarian', messages: ask('BLOOM 是谁做的？') };
    const whole = await (await answerChat(post(request), noPace)).json();
    const response = await answerChat(
      post({ ...request, stream: true, stream_options: { include_usage: true } }),
      noPace,
    );
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const events = await readEvents(response);
    expect(events[0].choices[0].delta).toEqual({ role: 'assistant', content: '' });
    const text = events.map((event) => event.choices[0]?.delta.content ?? '').join('');
    expect(text).toBe(whole.choices[0].message.content);
    expect(events.at(-2).choices[0]).toMatchObject({ delta: {}, finish_reason: 'stop' });
    expect(events.at(-1)).toMatchObject({ choices: [], usage: whole.usage });
    expect(new Set(events.map(({ id }) => id)).size).toBe(1);
  });

  test('sends usage only when asked', async () => {
    const response = await answerChat(post({ model: 'eliza', messages: ask('hello'), stream: true }), noPace);
    const events = await readEvents(response);
    expect(events.some((event) => 'usage' in event)).toBe(false);
  });
});

describe('errors', () => {
  test.each([
    ['not JSON', '{', 400, null],
    ['no messages', { model: 'eliza', messages: [] }, 400, 'messages'],
    ['wrong temperature', { model: 'eliza', messages: ask('x'), temperature: 9 }, 400, 'temperature'],
    ['two choices', { model: 'eliza', messages: ask('x'), n: 2 }, 400, 'n'],
    [
      'an image',
      { model: 'eliza', messages: [{ role: 'user', content: [{ type: 'image_url' }] }] },
      400,
      'messages.0.content',
    ],
    ['an unknown model', { model: 'gpt-4', messages: ask('x') }, 404, 'model'],
  ])('%s', async (_, body, status, param) => {
    const response = await answerChat(post(body), noPace);
    expect(response.status).toBe(status);
    const { error } = await response.json();
    expect(error).toMatchObject({ type: 'invalid_request_error', param });
    expect(error.message).not.toBe('');
  });

  test('another content type, and a body that is too large', async () => {
    const text = await answerChat(post('{}', { headers: { 'Content-Type': 'text/plain' } }), noPace);
    expect(text.status).toBe(415);
    const large = await answerChat(post('x'.repeat(maxBodyBytes + 1)), noPace);
    expect(large.status).toBe(413);
  });
});

describe('over HTTP', () => {
  const servers: ReturnType<typeof createServer>[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) server.close();
  });

  test('stops working when the client leaves', async () => {
    const stopped = Promise.withResolvers<void>();
    let paces = 0;
    const endless: Pace = (signal) => {
      paces += 1;
      if (paces < 4) return Promise.resolve();
      return new Promise((_, reject) => {
        signal.addEventListener('abort', () => {
          stopped.resolve();
          reject(signal.reason);
        });
      });
    };
    const server = createServer((incoming, outgoing) => {
      const request = post('', {
        body: Readable.toWeb(incoming) as ReadableStream,
        duplex: 'half',
      } as RequestInit);
      void answerChat(request, endless).then((response) => {
        outgoing.writeHead(response.status, Object.fromEntries(response.headers));
        if (!response.body) return outgoing.end();
        const body = Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]);
        outgoing.on('close', () => body.destroy());
        return body.on('error', () => outgoing.destroy()).pipe(outgoing);
      });
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const leaving = new AbortController();
    const response = await fetch(`http://127.0.0.1:${port}/`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ model: 'shannon', messages: ask('Alice'), stream: true }),
      signal: leaving.signal,
    });
    await response.body?.getReader().read();
    leaving.abort();
    await stopped.promise;
    expect(paces).toBe(4);
  });
});
