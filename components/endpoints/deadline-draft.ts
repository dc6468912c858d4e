import type { Timeouts } from '#lib/endpoints/schema.ts';

/** The deadlines of an endpoint as the form shows them: in seconds, empty for the default. */
export type DeadlineDraft = {
  connectSeconds: number | null;
  headersSeconds: number | null;
  firstTextSeconds: number | null;
  gapSeconds: number | null;
  totalSeconds: number | null;
};

export const deadlineFields = {
  connectSeconds: 'connectMs',
  headersSeconds: 'headersMs',
  firstTextSeconds: 'firstTextMs',
  gapSeconds: 'gapMs',
  totalSeconds: 'totalMs',
} as const satisfies Record<keyof DeadlineDraft, keyof Timeouts>;

// Object.entries forgets which keys the table has.
export const deadlineNames = Object.keys(deadlineFields) as (keyof DeadlineDraft)[];

export function draftFromTimeouts(timeouts: Timeouts): DeadlineDraft {
  const seconds = (name: keyof DeadlineDraft) => {
    const milliseconds = timeouts[deadlineFields[name]];
    return milliseconds === undefined ? null : milliseconds / 1000;
  };
  return {
    connectSeconds: seconds('connectSeconds'),
    headersSeconds: seconds('headersSeconds'),
    firstTextSeconds: seconds('firstTextSeconds'),
    gapSeconds: seconds('gapSeconds'),
    totalSeconds: seconds('totalSeconds'),
  };
}

export function toTimeouts(draft: DeadlineDraft): Timeouts {
  const given = deadlineNames.flatMap((name) => {
    const seconds = draft[name];
    return seconds === null ? [] : [[deadlineFields[name], Math.round(seconds * 1000)]];
  });
  return Object.fromEntries(given);
}
