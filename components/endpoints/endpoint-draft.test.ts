import { expect, test } from 'vitest';
import {
  draftFromEndpoint,
  emptyEndpointDraft,
  parseEndpointChange,
  parseNewEndpoint,
} from '#components/endpoints/endpoint-draft.ts';
import type { Endpoint } from '#lib/endpoints/schema.ts';

const filled = {
  ...emptyEndpointDraft,
  name: 'Qwen3',
  baseUrl: ' http://127.0.0.1:11434/v1 ',
  model: 'qwen3:8b',
};

const stored: Endpoint = {
  id: 'e1',
  name: 'Qwen3',
  protocol: 'chat',
  baseUrl: 'http://127.0.0.1:11434/v1',
  model: 'qwen3:8b',
  cardId: null,
  enabled: true,
  capabilities: {},
  params: { temperature: 0.5, topP: 0.9 },
  template: null,
  price: null,
  maxConcurrent: null,
  timeouts: {},
  battle: { weight: 1, isPinned: false },
  hasKey: true,
  keyHint: 'abcd',
  headerNames: ['X-Team'],
  source: 'user',
};

test('names every empty field that is needed', () => {
  expect(parseNewEndpoint(emptyEndpointDraft).problems).toEqual({
    name: 'required',
    baseUrl: 'required',
    model: 'required',
  });
});

test.each([
  [{ baseUrl: 'localhost:11434' }, { baseUrl: 'notUrl' }],
  [{ baseUrl: 'https://me:secret@example.com/v1' }, { baseUrl: 'urlSecret' }],
  [{ apiKey: 'sk 1' }, { apiKey: 'notAscii' }],
  [{ headers: 'no colon here' }, { headers: 'headerLine' }],
  [{ headers: 'X-Tëam: a' }, { headers: 'headerLine' }],
  [{ name: 'x'.repeat(121) }, { name: 'tooLong' }],
  [{ inputPrice: 1 }, { outputPrice: 'bothPrices' }],
] as const)('%j is refused with %j', (change, problems) => {
  expect(parseNewEndpoint({ ...filled, ...change }).problems).toEqual(problems);
});

test('sends only what was given', () => {
  const { value } = parseNewEndpoint({ ...filled, headers: 'X-Team: a:b\n\nX-Two:2', maxTokens: 100 });
  expect(value).toMatchObject({
    baseUrl: 'http://127.0.0.1:11434/v1',
    params: { maxTokens: 100 },
    headers: { 'X-Team': 'a:b', 'X-Two': '2' },
  });
  expect(value).not.toHaveProperty('apiKey');
});

test('a change keeps the key, the headers and the parameters that the form does not show', () => {
  const { value } = parseEndpointChange({ ...draftFromEndpoint(stored), temperature: null }, stored);
  expect(value).toMatchObject({ params: { topP: 0.9 } });
  expect(value).not.toHaveProperty('apiKey');
  expect(value).not.toHaveProperty('headers');
});

test('a key does not follow to another server', () => {
  const draft = { ...draftFromEndpoint(stored), baseUrl: 'https://example.com/v1' };
  expect(parseEndpointChange(draft, stored).problems).toEqual({ apiKey: 'giveAgain', headers: 'giveAgain' });
  const given = { ...draft, apiKey: 'new', forgetsHeaders: true };
  expect(parseEndpointChange(given, stored).value).toMatchObject({ apiKey: 'new', headers: null });
});

test('a key too short to be hinted at does not follow either', () => {
  const short = { ...stored, keyHint: null };
  const draft = { ...draftFromEndpoint(short), baseUrl: 'https://example.com/v1', forgetsHeaders: true };
  expect(parseEndpointChange(draft, short).problems).toEqual({ apiKey: 'giveAgain' });
  expect(parseEndpointChange({ ...draft, forgetsKey: true }, short).value).toMatchObject({ apiKey: null });
});

test('how often battles draw an endpoint is shown, changed and checked', () => {
  const kept = parseEndpointChange(
    draftFromEndpoint({ ...stored, battle: { weight: 3, isPinned: true } }),
    stored,
  );
  expect(kept.value?.battle).toEqual({ weight: 3, isPinned: true });
  expect(parseNewEndpoint(filled).value?.battle).toEqual({ weight: 1, isPinned: false });
  expect(parseNewEndpoint({ ...filled, battleWeight: 101 }).problems).toEqual({ battleWeight: 'refused' });
});

test('deadlines are shown in seconds, sent in milliseconds, and checked', () => {
  const slow = { ...stored, timeouts: { firstTextMs: 900_000, gapMs: 1500 } };
  const draft = draftFromEndpoint(slow);
  expect(draft).toMatchObject({ firstTextSeconds: 900, gapSeconds: 1.5, totalSeconds: null });
  const changed = { ...draft, gapSeconds: null, totalSeconds: 3600.25 };
  expect(parseEndpointChange(changed, slow).value?.timeouts).toEqual({
    firstTextMs: 900_000,
    totalMs: 3_600_250,
  });
  expect(parseNewEndpoint({ ...filled, connectSeconds: 0.01 }).problems).toEqual({
    connectSeconds: 'refused',
  });
});
