import { z } from 'zod';
import { toErrorResponse } from '#app/_lib/error-response.ts';
import type { Incoming } from '#app/_lib/incoming.ts';
import type { Method, Operation } from '#app/_lib/operations/operation.ts';
import { parseInput, parseQuery } from '#app/_lib/parse-input.ts';
import { identifyRater } from '#app/_lib/rater.ts';
import { readJson, refuseOtherTypes } from '#app/_lib/read-json.ts';
import { refuseOtherOrigins } from '#app/_lib/same-origin.ts';
import { cleanText } from '#lib/clean-text.ts';
import { AppError } from '#lib/errors.ts';
import type { RaterId } from '#lib/rater.ts';

type NextContext = { params: Promise<Record<string, string | string[] | undefined>> };
type RouteHandler = {
  (request: Request, context?: NextContext): Promise<Response>;
  /** Null for a method that is answered with 405. */
  operation: Operation | null;
};

type Input<Params, Query, Body> = {
  request: Request;
  raterId: RaterId;
  params: Params;
  query: Query;
  body: Body;
};

type Handler = {
  (request: Request, context?: NextContext): Promise<Response>;
  operation: Operation;
};

const noQuery = z.strictObject({});

/** What an operation takes, checked before `work` sees it, and what it answers. */
export function handle<Params = unknown, Query = unknown, Body = unknown>(
  operation: Operation<Params, Query, Body>,
  work: (input: Input<Params, Query, Body>) => Promise<Response>,
): Handler {
  async function handler(request: Request, context?: NextContext) {
    return work({ request, ...(await readInput(operation, request, await context?.params)) });
  }
  return Object.assign(handler, { operation });
}

/** Who asks, and what for, checked against the operation. @throws AppError */
export async function readInput<Params, Query, Body>(
  operation: Operation<Params, Query, Body>,
  incoming: Incoming,
  pathParams: unknown,
): Promise<Omit<Input<Params, Query, Body>, 'request'>> {
  if (incoming.method !== 'GET' && incoming.method !== 'HEAD') refuseOtherOrigins(incoming);
  const raterId = await identifyRater(incoming);
  // Where no schema is given its type parameter stays unknown, so the assertions claim nothing.
  const params = parseParams(operation.params, pathParams);
  const query = parseQuery(operation.query ?? noQuery, incoming.url) as Query;
  const body = (await readBody(operation, incoming)) as Body;
  return { raterId, params, query, body };
}

/** Handlers by the method that they answer to; the test of the API's document finds its operations here. */
export type Route = Record<Method, RouteHandler> & { OPTIONS: () => Promise<Response> };

/** The exports of a route file: methods that are not given answer 405, and every error speaks JSON. */
export function createRoute(handlers: Partial<Record<Method, Handler>>): Route {
  const allow = Object.keys(handlers)
    .flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))
    .concat('OPTIONS')
    .join(', ');
  const toMethod = (method: Method): RouteHandler => {
    const handler = handlers[method];
    if (!handler) {
      return Object.assign(async () => refuseMethod(method, allow), { operation: null });
    }
    const answerSafely = async (request: Request, context?: NextContext) => {
      try {
        return await handler(request, context);
      } catch (error) {
        return toErrorResponse(error);
      }
    };
    return Object.assign(answerSafely, { operation: handler.operation });
  };
  return {
    GET: toMethod('GET'),
    POST: toMethod('POST'),
    PUT: toMethod('PUT'),
    PATCH: toMethod('PATCH'),
    DELETE: toMethod('DELETE'),
    OPTIONS: async () => new Response(null, { status: 204, headers: { Allow: allow } }),
  };
}

/** What is asked for now may be another thing in a second. */
export function answer(body: unknown, status = 200): Response {
  return Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } });
}

/** A query would fail at a NUL, whatever the parameter is. */
function cleaned(params: unknown): unknown {
  return Object.fromEntries(
    Object.entries(params ?? {}).map(([name, value]) => [
      name,
      typeof value === 'string' ? cleanText(value) : value,
    ]),
  );
}

function parseParams<Params>(schema: z.ZodType<Params> | undefined, value: unknown): Params {
  const parsed = (schema ?? z.unknown()).safeParse(cleaned(value));
  if (!parsed.success) throw new AppError('not-found', 'There is nothing at this address.');
  return parsed.data as Params;
}

async function readBody({ body, upload }: Operation, incoming: Incoming): Promise<unknown> {
  if (body) return parseInput(body, await readJson(incoming));
  if (upload) refuseOtherTypes(incoming, Object.keys(upload));
  else if (incoming.headers.get('content-type') !== null) refuseOtherTypes(incoming);
  return undefined;
}

function refuseMethod(method: string, allow: string): Response {
  const response = toErrorResponse(
    new AppError('method-not-allowed', `${method} is not possible here; possible: ${allow}.`),
  );
  response.headers.set('Allow', allow);
  return response;
}
