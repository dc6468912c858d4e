import { type FakeRequest, json, type Reply, type ShapeTable, type Step } from '#e2e/fake-endpoint/reply.ts';
import { markdownAnswer, pieces, storyTokens } from '#e2e/fake-endpoint/sample-text.ts';

function count(request: FakeRequest, name: string, fallback: number): number {
  const given = Number(request.options.get(name) ?? fallback);
  return Number.isFinite(given) ? given : fallback;
}

/** Whole answer or stream, at `rate` tokens a second (0: as fast as it goes), first token after `first` ms. */
function answer(request: FakeRequest, tokens: Iterable<string>, reasoning: string[] = []): Reply {
  const { dialect, body } = request;
  const rate = count(request, 'rate', 0);
  const first = count(request, 'first', 0);
  const counts = { input: Math.ceil(request.prompt.length / 4), output: 0 };
  if (body.stream !== true) {
    const all = [...tokens];
    return json(200, dialect.whole(all.join(''), { ...counts, output: all.length }));
  }
  function* steps(): Iterable<Step> {
    yield dialect.open();
    if (first > 0) yield { wait: first };
    let text = '';
    for (const thought of reasoning) yield dialect.reasoning(thought);
    for (const token of tokens) {
      if (rate > 0 && counts.output > 0) yield { wait: 1000 / rate };
      yield dialect.text(token);
      text += token;
      counts.output += 1;
    }
    yield dialect.close('stop', text, counts);
  }
  return { steps: steps() };
}

/** The answer once; with a number of tokens, over and over until there are so many. */
function* markdownPieces(tokens: number): Iterable<string> {
  for (let sent = 0; sent === 0 || sent < tokens; ) {
    for (const piece of pieces(markdownAnswer)) {
      if (tokens > 0 && sent >= tokens) return;
      yield piece;
      sent += 1;
    }
    if (tokens > 0) yield '\n\n';
  }
}

export const plainShapes: ShapeTable = {
  echo: (request) => answer(request, pieces(request.prompt)),
  story: (request) => answer(request, storyTokens(count(request, 'tokens', 100))),
  markdown: (request) => answer(request, markdownPieces(count(request, 'tokens', 0))),
  slow: (request) => {
    if (!request.options.has('rate')) request.options.set('rate', '10');
    return answer(request, storyTokens(count(request, 'tokens', 50)));
  },
  thinker: (request) =>
    answer(request, pieces(request.prompt), ['Let me ', 'think about ', 'that. 想一想。']),
  mirror: (request) => answer(request, [JSON.stringify(request.body)]),
  'says-key': (request) => answer(request, [String(request.headers.authorization ?? 'none')]),
};
