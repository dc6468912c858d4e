/**
 * Why something of a ballot is not in a file. `excluded` and `personal-data` count ballots, `tied`, `all-bad` and
 * `same-answer` pairs of answers, `unranked` and `no-ideal` ballots, `not-rated`, `neutral` and `unfinished` answers,
 * `empty-answer` pairs with one, or answers where a row is one answer.
 */
export const leftOutReasons = [
  'excluded',
  'personal-data',
  'tied',
  'all-bad',
  'same-answer',
  'empty-answer',
  'unranked',
  'not-rated',
  'neutral',
  'unfinished',
  'no-ideal',
] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];
