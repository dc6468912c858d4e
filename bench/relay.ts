import { createServer, request, type ServerResponse } from 'node:http';

/**
 * The least that could do the job, for bench/engine.ts to be measured against: asks each lane, decodes and parses
 * each event once, sends text on gathered every 25 ms, all lanes in one response. It keeps nothing.
 */
type Question = { url: string; model: string; lanes: number };

const gatherMs = 25;

function askLane({ url, model }: Question, onText: (text: string) => void, onEnd: () => void): void {
  const message = JSON.stringify({ model, stream: true, messages: [{ role: 'user', content: 'Go' }] });
  const headers = { 'content-type': 'application/json' };
  const call = request(`${url}/chat/completions`, { method: 'POST', headers }, (response) => {
    response.setEncoding('utf8');
    let rest = '';
    response.on('data', (chunk: string) => {
      rest += chunk;
      let from = 0;
      for (let at = rest.indexOf('\n'); at >= 0; at = rest.indexOf('\n', from)) {
        const line = rest.slice(from, at);
        from = at + 1;
        if (line.startsWith('data: {')) onText(JSON.parse(line.slice(6)).choices[0]?.delta.content ?? '');
      }
      rest = rest.slice(from);
    });
    response.on('end', onEnd);
  });
  call.end(message);
}

function answer(question: Question, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const texts = Array.from({ length: question.lanes }, () => '');
  let running = question.lanes;
  const send = () => {
    let events = '';
    for (const [lane, text] of texts.entries()) {
      if (text === '') continue;
      events += `data: ${JSON.stringify({ lane, text })}\n\n`;
      texts[lane] = '';
    }
    if (events !== '') response.write(events);
  };
  const timer = setInterval(send, gatherMs);
  for (const lane of texts.keys()) {
    askLane(
      question,
      (text) => {
        texts[lane] += text;
      },
      () => {
        running -= 1;
        if (running > 0) return;
        clearInterval(timer);
        send();
        response.end();
      },
    );
  }
}

const server = createServer((incoming, response) => {
  let body = '';
  incoming.setEncoding('utf8');
  incoming.on('data', (chunk: string) => {
    body += chunk;
  });
  incoming.on('end', () => answer(JSON.parse(body), response));
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.(typeof address === 'object' && address ? `http://127.0.0.1:${address.port}` : '');
});
