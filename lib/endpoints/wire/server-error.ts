import { firstString, isRecord, type JsonRecord } from '#lib/endpoints/wire/record.ts';

const fineCodes = new Set<unknown>([
  0,
  200,
  '0',
  '200',
  '',
  'success',
  'Success',
  'ok',
  'OK',
  null,
  undefined,
]);

/** The words of one error value, whatever its shape; null when it holds none. */
function wordsOf(value: unknown, depth = 0): string | null {
  if (typeof value === 'string') return value.trim() === '' ? null : value;
  if (depth > 4) return null;
  if (Array.isArray(value)) {
    const all = value.map((item) => wordsOf(item, depth + 1)).filter((words) => words !== null);
    return all.length > 0 ? all.join('; ') : null;
  }
  if (!isRecord(value)) return null;
  // FastAPI's validation errors: where, then what.
  if (Array.isArray(value.loc) && typeof value.msg === 'string')
    return `${value.loc.join('.')}: ${value.msg}`;
  const fields = [
    'message',
    'msg',
    'detail',
    'status_msg',
    'error_msg',
    'error',
    'description',
    'reason',
    'text',
  ];
  for (const field of fields) {
    const words = wordsOf(value[field], depth + 1);
    if (words !== null) return words;
  }
  return firstString(value.code, value.type, value.status);
}

function orJson(value: unknown): string {
  return wordsOf(value) ?? JSON.stringify(value);
}

/** `error: null`, `{}` and false are no errors; neither is `{code: 0}` without words. */
function isErrorValue(value: unknown): boolean {
  if (value === null || value === undefined || value === false || value === '' || value === 0) return false;
  if (Array.isArray(value)) return value.length > 0;
  if (!isRecord(value)) return true;
  return wordsOf(value) !== null || !fineCodes.has(value.code);
}

function readWithoutChoices(event: JsonRecord): string | null {
  if (isErrorValue(event.errors)) return orJson(event.errors);
  const code = event.code ?? event.status_code;
  const words = firstString(event.message, event.msg);
  if (words !== null && !fineCodes.has(code)) return words;
  if (words !== null && (event.success === false || event.status === 'error' || event.status === 'failed'))
    return words;
  if (isErrorValue(event.detail)) return orJson(event.detail);
  return null;
}

/** The error an event reports, in the server's words, or null. Knows what wire servers send; guesses the rest. */
export function findServerError(event: JsonRecord, name: string | null): string | null {
  if (isErrorValue(event.error)) {
    return typeof event.error === 'string' || isRecord(event.error) || Array.isArray(event.error)
      ? orJson(event.error)
      : (firstString(event.message, event.msg, event.detail) ?? orJson(event.error));
  }
  if (event.object === 'error' || event.type === 'error' || name === 'error') return orJson(event);
  if (!fineCodes.has(event.error_code)) {
    return firstString(event.text, event.message, event.error_msg) ?? orJson(event.error_code);
  }
  if (isRecord(event.base_resp) && !fineCodes.has(event.base_resp.status_code))
    return orJson(event.base_resp);
  return Array.isArray(event.choices) ? null : readWithoutChoices(event);
}

function wordsOfPage(text: string): string {
  const title = /<title[^>]*>([^<]*)<\/title>/i.exec(text)?.[1]?.trim();
  if (title) return title;
  return text.replace(/<(script|style)\b.*?<\/\1>/gis, ' ').replace(/<[^>]*>/g, ' ');
}

/** What a body that is no answer says: a JSON error of any shape, a web page's title, or its text. */
export function describeBody(body: string): string {
  const text = body.trim();
  try {
    const value: unknown = JSON.parse(text);
    for (const item of Array.isArray(value) ? value : [value]) {
      const words = isRecord(item) ? (findServerError(item, null) ?? wordsOf(item)) : wordsOf(item);
      if (words !== null) return words;
    }
    return text;
  } catch {
    return text.startsWith('<') ? wordsOfPage(text) : text;
  }
}
