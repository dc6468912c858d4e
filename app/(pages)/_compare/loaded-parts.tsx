'use client';

import dynamic from 'next/dynamic';

/** What a first visit does not need before its first prompt. */
export const Answers = dynamic(() =>
  import('#app/(pages)/_compare/answers.tsx').then((module) => module.Answers),
);

export const JudgeSlot = dynamic(() =>
  import('#app/(pages)/_compare/judge-slot.tsx').then((module) => module.JudgeSlot),
);
