import { ApiError } from '#app/_lib/client/request.ts';
import {
  type DraftProblems,
  type EndpointDraft,
  fieldOf,
  parseEndpointChange,
  parseNewEndpoint,
} from '#components/endpoints/endpoint-draft.ts';
import type { SaveOutcome } from '#components/endpoints/endpoint-sheet.tsx';
import type { Endpoint, EndpointInput, EndpointPatch } from '#lib/endpoints/schema.ts';

type Calls = {
  create: (input: EndpointInput) => Promise<Endpoint>;
  update: (id: string, patch: EndpointPatch) => Promise<Endpoint>;
};

/** Checks and sends the form. What the server objects to is put back on its field where it names one. */
export async function saveDraft(
  draft: EndpointDraft,
  endpoint: Endpoint | null,
  calls: Calls,
  errorText: (error: unknown) => string,
): Promise<{ outcome: SaveOutcome; saved: Endpoint | null }> {
  const send = endpoint ? checkChange(draft, endpoint, calls) : checkNew(draft, calls);
  if (typeof send !== 'function') {
    return { outcome: { isSaved: false, problems: send, message: null }, saved: null };
  }
  try {
    return { outcome: { isSaved: true }, saved: await send() };
  } catch (error) {
    return {
      outcome: { isSaved: false, problems: problemsOf(error), message: errorText(error) },
      saved: null,
    };
  }
}

type Checked = DraftProblems | (() => Promise<Endpoint>);

function checkNew(draft: EndpointDraft, calls: Calls): Checked {
  const { value, problems } = parseNewEndpoint(draft);
  return problems ?? (() => calls.create(value));
}

function checkChange(draft: EndpointDraft, endpoint: Endpoint, calls: Calls): Checked {
  const { value, problems } = parseEndpointChange(draft, endpoint);
  return problems ?? (() => calls.update(endpoint.id, value));
}

function problemsOf(error: unknown): DraftProblems {
  const problems: DraftProblems = {};
  for (const { path } of error instanceof ApiError ? error.details : []) {
    const field = fieldOf(path);
    if (field) problems[field] = 'refused';
  }
  return problems;
}
