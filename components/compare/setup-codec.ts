import { type LaneSetup, maxLanes } from '#components/compare/setup.ts';
import { type Params, paramsSchema } from '#lib/endpoints/schema.ts';

/** A link must stay a link: a longer system prompt is remembered on this device but left out of the URL. */
export const maxSystemInUrl = 1000;

const escapeText = (text: string) =>
  text.replace(/[%,~=]/g, (sign) => encodeURIComponent(sign).replace('~', '%7E'));

function unescapeText(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** `temperature=0.7~stop=%5B"END"%5D`: one field each, in the schema's names. Empty for no parameters. */
export function encodeParams(params: Params): string {
  return Object.entries(params)
    .map(
      ([name, value]) => `${name}=${escapeText(typeof value === 'string' ? value : JSON.stringify(value))}`,
    )
    .join('~');
}

function parseValue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Reads what `encodeParams` wrote. Fields that are unknown or out of range are left out. */
export function decodeParams(text: string): Params {
  let params: Params = {};
  for (const field of text.split('~')) {
    const at = field.indexOf('=');
    const value = unescapeText(field.slice(at + 1));
    if (at < 1 || value === null) continue;
    const candidate = paramsSchema.safeParse({ ...params, [field.slice(0, at)]: parseValue(value) });
    if (candidate.success) params = candidate.data;
  }
  return params;
}

function encodeLane(lane: LaneSetup): string {
  const params = encodeParams(lane.params);
  const system = lane.system.trim();
  return [
    escapeText(lane.endpointId),
    ...(params === '' ? [] : [params]),
    ...(system === '' || system.length > maxSystemInUrl ? [] : [`system=${escapeText(lane.system)}`]),
  ].join('~');
}

/** `eliza,shannon~temperature=0.7,shannon`: the lanes in order, each with what is its own. */
export function encodeLanes(lanes: readonly LaneSetup[]): string {
  return lanes.map(encodeLane).join(',');
}

function decodeLane(text: string): LaneSetup | null {
  const [id = '', ...fields] = text.split('~');
  const endpointId = unescapeText(id);
  if (!endpointId) return null;
  const system = fields.find((field) => field.startsWith('system='))?.slice('system='.length) ?? '';
  return { endpointId, params: decodeParams(fields.join('~')), system: unescapeText(system) ?? '' };
}

/** Reads what `encodeLanes` wrote; null when not one lane can be read. */
export function decodeLanes(text: string): LaneSetup[] | null {
  const lanes = text
    .split(',')
    .map(decodeLane)
    .filter((lane) => lane !== null)
    .slice(0, maxLanes);
  return lanes.length > 0 ? lanes : null;
}
