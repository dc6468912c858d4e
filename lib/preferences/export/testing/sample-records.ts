import { createHash } from 'node:crypto';
import type { Rating } from '#lib/preferences/ballot-schema.ts';
import { emptyResponse, type LaneRecord, type LogRecord } from '#lib/preferences/export/log-record.ts';

const at = '2026-11-23T08:00:00.000Z';

/** An id that is the same in every run. */
export function sampleId(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function sampleResponse(name: string, text: string): LaneRecord['response'] {
  return {
    ...emptyResponse,
    id: sampleId(`response ${name}`),
    text,
    finishReason: 'stop',
    upstreamAttempts: 1,
    createdAt: at,
    updatedAt: at,
  };
}

function sampleEndpoint(number: number): LaneRecord['endpoint'] {
  return {
    id: `endpoint-${number}`,
    name: `Model ${number}`,
    protocol: 'chat',
    baseUrl: 'http://127.0.0.1:9/v1',
    model: `model-${number}`,
    cardId: null,
    price: null,
  };
}

export type Sample = {
  prompt: string;
  /** One answer a lane; lanes are named by their place. */
  answers: readonly string[];
  /** Places in groups, best first. */
  ranking: readonly (readonly number[])[];
  allBad?: boolean;
  strength?: 1 | 2 | 3 | null;
  /** By place. */
  ratings?: Readonly<Record<number, Rating>>;
  comment?: string | null;
  system?: string | null;
  /** Earlier prompts with one answer a lane. */
  past?: readonly { prompt: string; answers: readonly string[] }[];
  rater?: string;
};

const unmarked = { exclusions: [], tags: [], note: null };

/** A whole record around the words of a sample. */
export function sampleRecord(name: string, sample: Sample): LogRecord {
  const { prompt, answers, ranking, ratings = {}, system = null, past = [], rater = 'local' } = sample;
  const laneId = (place: number) => sampleId(`${name} lane ${place}`);
  const turn = (index: number, words: string) => ({
    id: sampleId(`${name} turn ${index}`),
    index,
    prompt: words,
    status: 'complete' as const,
    language: 'en',
    categories: [],
    promptHash: null,
    createdAt: at,
  });
  return {
    format: 'baijia-1',
    id: sampleId(`${name} ballot`),
    raterId: rater,
    mode: 'open',
    ranking: ranking.map((group) => group.map(laneId)),
    allBad: sample.allBad ?? false,
    strength: sample.strength ?? null,
    ratings: Object.fromEntries(
      Object.entries(ratings).map(([place, rating]) => [laneId(Number(place)), rating]),
    ),
    comment: sample.comment ?? null,
    durationMs: null,
    revision: 1,
    createdAt: at,
    updatedAt: at,
    comparison: {
      id: sampleId(`${name} comparison`),
      raterId: rater,
      mode: 'open',
      title: null,
      system,
      createdAt: at,
    },
    turn: turn(past.length, prompt),
    lanes: answers.map((text, position) => ({
      id: laneId(position),
      position,
      endpoint: sampleEndpoint(position + 1),
      params: {},
      system: null,
      response: sampleResponse(`${name} ${past.length} ${position}`, text),
    })),
    past: past.map((one, index) => ({
      ...turn(index, one.prompt),
      responses: one.answers.map((text, place) => ({
        ...sampleResponse(`${name} ${index} ${place}`, text),
        laneId: laneId(place),
      })),
    })),
    revisions: [{ revision: 1, content: {}, createdAt: at }],
    ...unmarked,
  };
}

/** The records behind the documented examples. */
export const documentedRecords: readonly LogRecord[] = [
  {
    ...sampleRecord('pair', {
      prompt: 'What color is the sky?',
      answers: ['It is blue.', 'It is green.'],
      ranking: [[0], [1]],
      strength: 2,
      ratings: { 0: { thumb: 'up', overall: 6, helpful: 5 }, 1: { thumb: 'down', flags: ['hallucination'] } },
      comment: 'The second is wrong.',
    }),
    tags: [{ tag: 'easy', raterId: 'local', createdAt: at }],
    note: { text: 'For the handbook.', raterId: 'local', createdAt: at },
  },
  sampleRecord('own answer', {
    prompt: '那么夜里呢？',
    answers: ['黑色。', '看情况。', '=1+1'],
    ranking: [[0, 1], [2]],
    ratings: { 1: { overall: 4, ideal: '夜里没有阳光散射，所以天空是黑的。' }, 2: { overall: 2 } },
    system: 'Answer in one sentence.',
    past: [{ prompt: '天空是什么颜色？', answers: ['蓝色。', '通常是蓝色。', '蓝'] }],
  }),
  sampleRecord('all bad', {
    prompt: 'Tell a joke about @sky.',
    answers: ['No.', 'Nope.'],
    ranking: [],
    allBad: true,
  }),
];
