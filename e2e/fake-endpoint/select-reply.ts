import {
  type Dialect,
  type FakeProtocol,
  type FakeRequest,
  json,
  type Reply,
} from '#e2e/fake-endpoint/reply.ts';
import { shapes } from '#e2e/fake-endpoint/shapes.ts';

const numbersAtEnd = /^(.*?)-(\d+)(?:-(\d+))?$/;

function parseModel(model: string): { shape: string; options: URLSearchParams } {
  const question = model.indexOf('?');
  const name = question < 0 ? model : model.slice(0, question);
  const options = new URLSearchParams(question < 0 ? '' : model.slice(question + 1));
  if (name in shapes) return { shape: name, options };
  const match = numbersAtEnd.exec(name);
  if (!match?.[1]) return { shape: name, options };
  if (match[2] && !options.has('tokens')) options.set('tokens', match[2]);
  if (match[3] && !options.has('rate')) options.set('rate', match[3]);
  return { shape: match[1], options };
}

function textOf(content: unknown): string {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return '';
  return content
    .map((part: { text?: unknown }) => (typeof part?.text === 'string' ? part.text : ''))
    .join('');
}

function promptOf(body: Record<string, unknown>): string {
  if (typeof body.prompt === 'string') return body.prompt;
  if (typeof body.input === 'string') return body.input;
  const list = body.messages ?? body.input;
  if (!Array.isArray(list)) return '';
  return textOf((list.at(-1) as { content?: unknown } | undefined)?.content);
}

export function readRequest(
  protocol: FakeProtocol,
  dialect: Dialect,
  body: Record<string, unknown>,
  count: number,
): Omit<FakeRequest, 'headers'> {
  const { shape, options } = parseModel(String(body.model ?? ''));
  return { protocol, dialect, shape, options, body, prompt: promptOf(body), count };
}

/** The reply of the shape the model id names; an unknown name is refused as OpenAI refuses it. */
export function selectReply(request: FakeRequest): Reply {
  const shape = Object.hasOwn(shapes, request.shape) ? shapes[request.shape] : undefined;
  if (!shape) {
    const message = `The model \`${request.shape}\` does not exist or you do not have access to it.`;
    return json(404, { error: { message, type: 'invalid_request_error', code: 'model_not_found' } });
  }
  const reply = shape(request);
  return 'steps' in reply ? reply : { steps: reply };
}

export function listModels(): Reply {
  const data = Object.keys(shapes).map((id) => ({
    id,
    object: 'model',
    created: 1_700_000_000,
    owned_by: 'fake',
  }));
  return json(200, { object: 'list', data });
}
