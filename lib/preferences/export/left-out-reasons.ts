/**
 * Why something of a ballot is not in a file. `excluded` and `personal-data` count ballots, `tied`, `all-bad` and
 * `same-answer` pairs of answers, `unranked` and `no-ideal` ballots, `not-rated` and `neutral` answers.
 */
export const leftOutReasons = [
  'excluded',
  'personal-data',
  'tied',
  'all-bad',
  'same-answer',
  'unranked',
  'not-rated',
  'neutral',
  'no-ideal',
] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];
