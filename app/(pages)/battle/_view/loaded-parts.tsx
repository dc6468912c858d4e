'use client';

import dynamic from 'next/dynamic';
import { OpeningSkeleton } from '#app/(pages)/battle/_view/opening-skeleton.tsx';

const loadAnswers = () =>
  import('#app/(pages)/battle/_view/battle-answers.tsx').then((module) => module.BattleAnswers);

const loadVerdict = () =>
  import('#app/(pages)/battle/_view/verdict-slot.tsx').then((module) => module.VerdictSlot);

/** What a first visit does not need before its first prompt. */
export const BattleAnswers = dynamic(loadAnswers, { loading: () => <OpeningSkeleton /> });
export const VerdictSlot = dynamic(loadVerdict, { loading: () => null });

/** Fetches these parts, that they are there when a battle begins. */
export function prepareParts(): void {
  // A part that could not be fetched is asked for again when it is to be shown.
  Promise.all([loadAnswers(), loadVerdict()]).catch(() => {});
}
