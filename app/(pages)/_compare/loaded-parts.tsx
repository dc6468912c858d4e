'use client';

import dynamic from 'next/dynamic';

const loadAnswers = () => import('#app/(pages)/_compare/answers.tsx').then((module) => module.Answers);
const loadJudge = () => import('#app/(pages)/_compare/judge-slot.tsx').then((module) => module.JudgeSlot);

/**
 * What a first visit does not need before its first prompt. What waits for a part is its own place: else the whole
 * page would be hidden meanwhile, and the composer lose its focus.
 */
export const Answers = dynamic(loadAnswers, { loading: () => null });
export const JudgeSlot = dynamic(loadJudge, { loading: () => null });

/** Fetches these parts, that they are there when the first answers come. */
export function prepareParts(): void {
  // A part that could not be fetched is asked for again when it is to be shown.
  Promise.all([loadAnswers(), loadJudge()]).catch(() => {});
}
