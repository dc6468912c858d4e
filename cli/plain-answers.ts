import type { IncomingMessage, ServerResponse } from 'node:http';

const startingPage = `<!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="2">
<title>Baijia 百家</title><body style="font:16px system-ui;display:grid;place-content:center;min-height:90vh;text-align:center">
<p>Baijia is starting…</p><p lang="zh-CN">百家正在启动……</p></body></html>`;

/** For the time between the first command and the first page. */
export function answerStarting(request: IncomingMessage, response: ServerResponse): void {
  const isApi = request.url?.startsWith('/api/') ?? false;
  response.writeHead(503, {
    'content-type': isApi ? 'application/json' : 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'retry-after': '2',
  });
  response.end(isApi ? errorBody('unavailable', 'Baijia is starting.') : startingPage);
}

export function refuseHost(response: ServerResponse): void {
  response.writeHead(403, { 'content-type': 'application/json', connection: 'close' });
  response.end(errorBody('forbidden', 'Baijia answers only requests to localhost, 127.0.0.1 or [::1].'));
}

/** Echoes are nobody's business, and the page server falls over them. */
export function refuseTrace(response: ServerResponse): void {
  response.writeHead(405, { 'content-type': 'application/json', allow: 'GET, HEAD, OPTIONS' });
  response.end(errorBody('method-not-allowed', 'TRACE is not possible here.'));
}

function errorBody(code: string, message: string): string {
  return JSON.stringify({ error: { code, message } });
}
