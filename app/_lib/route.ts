import { z } from 'zod';
import { toErrorResponse } from '#app/_lib/error-response.ts';
import { parseInput, parseQuery } from '#app/_lib/parse-input.ts';
import { identifyRater } from '#app/_lib/rater.ts';
import { readJson, refuseOtherTypes } from '#app/_lib/read-json.ts';
import { refuseOtherOrigins } from '#app/_lib/same-origin.ts';
import { AppError } from '#lib/errors.ts';
import type { RaterId } from '#lib/rater.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
type NextContext = { params: Promise<Record<string, string | string[] | undefined>> };
type RouteHandler = (request: Request, context?: NextContext) => Promise<Response>;

type Schemas<Params, Query, Body> = {
  /** Of the path; what does not fit cannot exist: 404. */
  params?: z.ZodType<Params>;
  query?: z.ZodType<Query>;
  /** Without one, the route takes no body. */
  body?: z.ZodType<Body>;
};

type Input<Params, Query, Body> = {
  request: Request;
  raterId: RaterId;
  params: Params;
  query: Query;
  body: Body;
};

type Handler = (request: Request, context: NextContext | undefined, isMutation: boolean) => Promise<Response>;

/** Path parameters of routes below one row. */
export const idParams = z.object({ id: z.uuid() });
/** Demo endpoints and cards have readable ids. */
export const textIdParams = z.object({ id: z.string().min(1).max(120) });

const noQuery = z.strictObject({});

/** What one method of a route takes, checked before `work` sees it, and what it answers. */
export function handle<Params = unknown, Query = unknown, Body = unknown>(
  schemas: Schemas<Params, Query, Body>,
  work: (input: Input<Params, Query, Body>) => Promise<Response>,
): Handler {
  return async (request, context, isMutation) => {
    if (isMutation) refuseOtherOrigins(request);
    const raterId = await identifyRater(request);
    // Where no schema is given its type parameter stays unknown, so the assertions claim nothing.
    const params = parseParams(schemas.params, await context?.params);
    const query = parseQuery(schemas.query ?? noQuery, request.url) as Query;
    const body = (
      schemas.body ? parseInput(schemas.body, await readJson(request)) : refuseBody(request)
    ) as Body;
    return work({ request, raterId, params, query, body });
  };
}

/** The exports of a route file: methods that are not given answer 405, and every error speaks JSON. */
export function createRoute(handlers: Partial<Record<Method, Handler>>): Record<Method, RouteHandler> {
  const allow = Object.keys(handlers).join(', ');
  const toMethod = (method: Method): RouteHandler => {
    const handler = handlers[method];
    if (!handler) return async () => refuseMethod(method, allow);
    return async (request, context) => {
      try {
        return await handler(request, context, method !== 'GET');
      } catch (error) {
        return toErrorResponse(error);
      }
    };
  };
  return {
    GET: toMethod('GET'),
    POST: toMethod('POST'),
    PUT: toMethod('PUT'),
    PATCH: toMethod('PATCH'),
    DELETE: toMethod('DELETE'),
  };
}

/** What is asked for now may be another thing in a second. */
export function answer(body: unknown, status = 200): Response {
  return Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } });
}

function parseParams<Params>(schema: z.ZodType<Params> | undefined, value: unknown): Params {
  const parsed = (schema ?? z.unknown()).safeParse(value);
  if (!parsed.success) throw new AppError('not-found', 'There is nothing at this address.');
  return parsed.data as Params;
}

function refuseBody(request: Request): undefined {
  if (request.headers.has('content-type')) refuseOtherTypes(request);
  return undefined;
}

function refuseMethod(method: string, allow: string): Response {
  const response = toErrorResponse(
    new AppError('method-not-allowed', `${method} is not possible here; possible: ${allow || 'nothing'}.`),
  );
  response.headers.set('Allow', allow);
  return response;
}
