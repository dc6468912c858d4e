'use client';

import dynamic from 'next/dynamic';

const loadAnswers = () => import('#app/(pages)/_compare/answers.tsx').then((module) => module.Answers);
const loadJudge = () => import('#app/(pages)/_compare/judge-slot.tsx').then((module) => module.JudgeSlot);

/** What a first visit does not need before its first prompt. */
export const Answers = dynamic(loadAnswers);
export const JudgeSlot = dynamic(loadJudge);

/** Fetches these parts, that they are there when the first answers come. */
export function prepareParts(): void {
  // A part that could not be fetched is asked for again when it is to be shown.
  Promise.all([loadAnswers(), loadJudge()]).catch(() => {});
}
