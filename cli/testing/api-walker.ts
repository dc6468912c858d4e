import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

type Schema = Record<string, unknown>;
type Content = Record<string, { schema: Schema; 'x-events'?: Record<string, Schema> }>;
export type DescribedOperation = {
  operationId: string;
  parameters?: { in: string }[];
  requestBody?: { content: Content };
  responses: Record<string, { content?: Content }>;
};
type ApiDocument = {
  paths: Record<string, Record<string, DescribedOperation>>;
  components: { schemas: Record<string, Schema> };
};

/** What a request holds; a `file` is sent as it is. */
export type Input = {
  path?: Record<string, string>;
  query?: Record<string, string>;
  body?: unknown;
  file?: { type: string; text: string };
  headers?: Record<string, string>;
};
type Refusal = { status: number; code: string; field?: string; method?: string };
type Sent = { status: number; type: string; text: string; body: unknown };

/**
 * Walks the operations of a running program and holds every answer against the document that the program serves.
 * What disagrees is gathered in `problems`, so that one run shows all of it.
 */
export class ApiWalker {
  readonly problems: string[] = [];
  /** The first request of each operation that was answered as documented. */
  readonly examples = new Map<string, Input>();
  readonly operations = new Map<string, { method: string; path: string; described: DescribedOperation }>();
  readonly document: ApiDocument;
  readonly #url: string;
  readonly #seen = new Set<string>();
  readonly #validators = new Map<string, ValidateFunction>();
  readonly #ajv = addFormats.default(new Ajv2020({ strict: false, allErrors: true }));

  private constructor(url: string, document: ApiDocument) {
    this.#url = url;
    this.document = document;
    for (const [path, methods] of Object.entries(document.paths)) {
      for (const [method, described] of Object.entries(methods)) {
        this.operations.set(described.operationId, { method: method.toUpperCase(), path, described });
      }
    }
  }

  static async open(programUrl: string): Promise<ApiWalker> {
    const url = `${programUrl}/api/v1`;
    const document = (await (await fetch(`${url}/openapi.json`)).json()) as ApiDocument;
    return new ApiWalker(url, document);
  }

  /** A request that must succeed as documented. @returns the body. */
  async call<Body>(operationId: string, input: Input = {}): Promise<Body> {
    const sent = await this.#send(operationId, input);
    if (sent.status >= 300) throw new Error(`${operationId}: ${sent.status} ${sent.text}`);
    if (!this.examples.has(operationId)) this.examples.set(operationId, input);
    return sent.body as Body;
  }

  /** A request that must be refused as documented. @param field must be among the details. */
  async refuse(operationId: string, input: Input, refusal: Refusal): Promise<void> {
    const { status, code, field, method } = refusal;
    const sent = await this.#send(operationId, input, method);
    const error = (sent.body as { error?: { code?: string; details?: { path: string }[] } } | null)?.error;
    const isNamed = field === undefined || error?.details?.some(({ path }) => path === field);
    if (sent.status === status && error?.code === code && isNamed) return;
    const wanted = [method, status, code, field].filter(Boolean).join(' ');
    this.problems.push(`${operationId}: expected ${wanted}, got ${sent.status} ${sent.text.slice(0, 200)}`);
  }

  /** Only what the document describes is held against it: another method is no operation. */
  async #send(operationId: string, input: Input, method?: string): Promise<Sent> {
    const operation = this.operations.get(operationId);
    if (!operation) throw new Error(`The document has no operation ${operationId}.`);
    const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
      encodeURIComponent(input.path?.[name] ?? ''),
    );
    const search = new URLSearchParams(input.query).toString();
    const content = input.file?.text ?? (input.body === undefined ? null : JSON.stringify(input.body));
    const type = input.file?.type ?? 'application/json';
    const response = await fetch(`${this.#url}${path}${search && `?${search}`}`, {
      method: method ?? operation.method,
      headers: { ...(content === null ? {} : { 'content-type': type }), ...input.headers },
      body: content,
    });
    const text = await response.text();
    const media = response.headers.get('content-type')?.split(';')[0] ?? '';
    const sent = {
      status: response.status,
      type: media,
      text,
      body: media === 'application/json' ? JSON.parse(text) : text,
    };
    if (method === undefined) this.#check(operationId, operation.described, sent);
    return sent;
  }

  /** What the document promises of successes and no request has shown yet. */
  unseen(): string[] {
    return [...this.operations.values()].flatMap(({ described: { operationId, responses } }) =>
      Object.entries(responses)
        .filter(([status]) => status < '300')
        .flatMap(([status, { content = { '': null } }]) =>
          Object.keys(content).map((type) => `${operationId} ${status} ${type}`.trim()),
        )
        .filter((answer) => !this.#seen.has(answer)),
    );
  }

  #check(operationId: string, { responses }: DescribedOperation, { status, type, text, body }: Sent): void {
    const answer = `${operationId} ${status} ${type}`.trim();
    this.#seen.add(answer);
    const described = responses[String(status)];
    const media = described?.content?.[type];
    if (!described || (described.content ? !media : text !== '')) {
      this.problems.push(`${answer} is not in the document: ${text.slice(0, 200)}`);
      return;
    }
    if (!media) return;
    this.#validate(answer, media.schema, body);
    if (media['x-events']) this.#checkEvents(answer, media['x-events'], text);
  }

  #checkEvents(answer: string, schemas: Record<string, Schema>, text: string): void {
    for (const event of text.split('\n\n')) {
      const [name, data] = ['event', 'data'].map(
        (field) => new RegExp(`^${field}: ?(.*)$`, 'm').exec(event)?.[1],
      );
      if (name === undefined || data === undefined) continue;
      const schema = schemas[name];
      if (schema) this.#validate(`${answer} ${name}`, schema, JSON.parse(data));
      else this.problems.push(`${answer}: the event ${name} is not in the document`);
    }
  }

  #validate(answer: string, schema: Schema, value: unknown): void {
    const { components } = this.document;
    const validate = this.#validators.get(answer) ?? this.#ajv.compile({ ...schema, components });
    this.#validators.set(answer, validate);
    if (validate(value)) return;
    const faults = ((validate.errors ?? []) as ErrorObject[]).map(
      ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
    );
    this.problems.push(`${answer}: ${faults.slice(0, 4).join('; ')}`);
  }
}
