import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { send } from '#app/_lib/testing/send.ts';
import * as routes from '#app/api/v1/imports/[format]/route.ts';
import * as preview from '#app/api/v1/imports/preview/route.ts';
import { setUpTestDatabase } from '#db/testing/test-database.ts';

setUpTestDatabase();

const file = readFileSync('docs/formats/example-arena.jsonl', 'utf8');

function post(format: string, query = '', type = 'application/x-ndjson', body = file) {
  const options = { params: { format }, headers: { 'content-type': type }, body };
  return send(routes, 'POST', `imports/${format}${query}`, options);
}

test('the documented battles can be taken in, once', async () => {
  expect((await post('arena-140k', '?dryRun=true')).body).toMatchObject({ imported: 5 });
  expect((await post('arena-140k')).body).toMatchObject({ imported: 5, skipped: 0, rejected: [] });
  expect((await post('arena-140k')).body).toMatchObject({ imported: 0, skipped: 5 });
});

test('what is no format, no file or of another site is refused', async () => {
  expect((await post('parquet')).status).toBe(404);
  expect((await post('arena-140k', '', 'text/plain')).status).toBe(415);
  expect((await post('arena-140k', '?leaderboard=perhaps')).status).toBe(400);
  const foreign = { 'content-type': 'text/csv', origin: 'https://example.org' };
  expect(
    (
      await send(routes, 'POST', 'imports/arena-140k', {
        params: { format: 'arena-140k' },
        headers: foreign,
        body: file,
      })
    ).status,
  ).toBe(403);
  expect((await post('open-webui', '', 'application/json', '[{"id":')).status).toBe(400);
});

const formWith = (...files: (File | string)[]) => {
  const form = new FormData();
  for (const part of files) form.append('any "field"', part);
  return form;
};
const named = (name: string, content: BlobPart = file) => new File([content], name);

/** Posts what a browser makes of the form, or what is given in its place. */
async function postForm(body: BodyInit, query = '?dryRun=true', headers: Record<string, string> = {}) {
  const init = { method: 'POST', headers: { host: '127.0.0.1:3000', ...headers }, body, duplex: 'half' };
  const given = new Request(`http://127.0.0.1:3000/api/v1/imports/arena-140k${query}`, init);
  // Node cannot cancel what it is still making of a form; what comes over a connection it can.
  const request = body instanceof FormData ? new Request(given, { body: await given.arrayBuffer() }) : given;
  const response = await routes.POST(request, { params: Promise.resolve({ format: 'arena-140k' }) });
  return { status: response.status, body: await response.json() };
}

const boundary = { 'content-type': 'multipart/form-data; boundary=b' };
const partHead =
  '--b\r\ncontent-disposition: form-data; name="file"; filename="votes.jsonl"\r\ncontent-type: text/plain\r\n\r\n';
const complaint = (message: string) => ({
  status: 400,
  body: { error: { code: 'invalid-request', message: expect.stringContaining(message) } },
});

test('a form with one file is read as the file itself, whatever its names and however it is packed', async () => {
  const raw = await post('arena-140k', '?dryRun=true');
  for (const name of ['votes.jsonl', 'my "best" votes; final=1.jsonl', '投票.jsonl', 'a\\b.jsonl']) {
    expect(await postForm(formWith(named(name)))).toEqual({ status: 200, body: raw.body });
  }
  expect(await postForm(formWith(named('votes.jsonl.gz', gzipSync(file))))).toMatchObject({ body: raw.body });
  const request = new Request('http://127.0.0.1:3000/', {
    method: 'POST',
    body: formWith(named('votes.jsonl')),
  });
  const shown = await preview.POST(request);
  expect(await shown.json()).toMatchObject({ format: 'arena-140k', rows: [{}, {}, {}, {}, {}] });
});

test('a form is read whatever the pieces that it comes in', async () => {
  const whole = Buffer.from(`${partHead}${file}\r\n--b--\r\n`);
  const raw = await post('arena-140k', '?dryRun=true');
  for (const size of [1, 7, 1_000]) {
    let at = 0;
    const pieces = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (at < whole.length) controller.enqueue(whole.subarray(at, at + size));
        else controller.close();
        at += size;
      },
    });
    expect(await postForm(pieces, '?dryRun=true', boundary)).toEqual({ status: 200, body: raw.body });
  }
});

test('a form without a file, with two or with fields beside it is refused, and nothing of it stored', async () => {
  const one = named('votes.jsonl', file.replaceAll('"id":"', '"id":"new-'));
  for (const parts of [[], ['text'], [one, one], [one, 'text'], ['text', one]]) {
    expect(await postForm(formWith(...parts), '')).toMatchObject(complaint('Send one file'));
  }
  const notChosen = `${partHead.replace('votes.jsonl', '')}\r\n--b--\r\n`;
  expect(await postForm(notChosen, '', boundary)).toMatchObject(complaint('Send one file'));
  expect(await postForm(formWith(one), '')).toMatchObject({ body: { imported: 5, skipped: 0 } });
});

test('a form that is broken or breaks off is refused', async () => {
  const noBoundary = { 'content-type': 'multipart/form-data' };
  expect(await postForm(file, '', noBoundary)).toMatchObject(complaint('broken'));
  for (const text of [
    '',
    file,
    partHead,
    partHead.slice(0, 30),
    partHead + file,
    `${partHead}${file}\r\n--b`,
  ]) {
    expect(await postForm(text, '', boundary), text.slice(0, 40)).toMatchObject(complaint('breaks off'));
  }
  const headers = { ...boundary, host: '127.0.0.1:3000' };
  const cut = new Request('http://127.0.0.1:3000/', { method: 'POST', headers, body: partHead + file });
  expect((await preview.POST(cut)).status).toBe(400);
});

test('a preview has enough of a form that never ends, and reads it no further', async () => {
  let chunks = 0;
  const cancelled = Promise.withResolvers<void>();
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      controller.enqueue(Buffer.from(chunks === 0 ? partHead : file));
      chunks += 1;
    },
    cancel: () => cancelled.resolve(),
  });
  const init = { method: 'POST', headers: boundary, body: endless, duplex: 'half' };
  const shown = await preview.POST(new Request('http://127.0.0.1:3000/', init));
  expect(await shown.json()).toMatchObject({ format: 'arena-140k' });
  await cancelled.promise;
  expect(chunks).toBeLessThan(100);
});

test('a form that a page of another site sends is refused', async () => {
  const foreigners: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ];
  for (const foreign of foreigners) {
    expect((await postForm(formWith(named('votes.jsonl')), '', foreign)).status).toBe(403);
    const headers = { host: '127.0.0.1:3000', ...foreign };
    const init = { method: 'POST', headers, body: formWith(named('votes.jsonl')) };
    expect((await preview.POST(new Request('http://127.0.0.1:3000/', init))).status).toBe(403);
  }
  const own = { origin: 'http://127.0.0.1:3000', 'sec-fetch-site': 'same-origin' };
  expect((await postForm(formWith(named('votes.jsonl')), '?dryRun=true', own)).status).toBe(200);
});
