import { expect, test } from 'vitest';
import { exclusionReasonsOf, samePromptCap, type Vote, type VotedLane } from '#lib/preferences/exclusions.ts';

const lane = (part: Partial<VotedLane> = {}): VotedLane => ({
  status: 'complete',
  text: 'x'.repeat(250),
  isRanked: true,
  namesItself: false,
  ...part,
});
const reasonsOf = (part: Partial<Vote>) =>
  exclusionReasonsOf({
    isBlind: true,
    allBad: false,
    lanes: [lane(), lane()],
    durationMs: null,
    samePromptBallots: 0,
    ...part,
  });

test('a plain vote counts', () => {
  expect(reasonsOf({})).toEqual([]);
  expect(reasonsOf({ allBad: true, lanes: [lane({ isRanked: false }), lane({ isRanked: false })] })).toEqual(
    [],
  );
});

test.each(['failed', 'stopped', 'interrupted'] as const)(
  'an answer that %s takes the vote along',
  (status) => {
    const broken = lane({ status, isRanked: false });
    expect(reasonsOf({ lanes: [lane(), broken] })).toEqual(['failed-answer']);
    expect(reasonsOf({ allBad: true, lanes: [lane({ isRanked: false }), broken] })).toEqual([
      'failed-answer',
    ]);
    expect(reasonsOf({ lanes: [lane(), lane(), broken] })).toEqual([]);
  },
);

test('an empty answer is no answer', () => {
  expect(reasonsOf({ lanes: [lane(), lane({ text: ' \n', isRanked: false })] })).toEqual(['failed-answer']);
});

test('a name counts against a blind vote alone', () => {
  const lanes = [lane(), lane({ namesItself: true })];
  expect(reasonsOf({ lanes })).toEqual(['identity-leak']);
  expect(reasonsOf({ lanes, isBlind: false })).toEqual([]);
});

test('too fast is faster than anyone can skim, and never more than five seconds', () => {
  expect(reasonsOf({ durationMs: 1999 })).toEqual(['too-fast']);
  expect(reasonsOf({ durationMs: 2000 })).toEqual([]);
  const chinese = lane({ text: '百'.repeat(80) });
  expect(reasonsOf({ durationMs: 1999, lanes: [chinese, chinese] })).toEqual(['too-fast']);
  const long = lane({ text: 'x'.repeat(100_000) });
  expect(reasonsOf({ durationMs: 5000, lanes: [long, long] })).toEqual([]);
  expect(reasonsOf({ durationMs: null, lanes: [long, long] })).toEqual([]);
});

test('one prompt counts up to its cap', () => {
  expect(reasonsOf({ samePromptBallots: samePromptCap - 1 })).toEqual([]);
  expect(reasonsOf({ samePromptBallots: samePromptCap })).toEqual(['duplicate-prompt']);
});
