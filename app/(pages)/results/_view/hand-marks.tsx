'use client';

import { useChanges, useTags } from '#app/_lib/client/use-changes.ts';
import { HandPanel } from '#components/results/by-hand/hand-panel.tsx';
import type { Preference } from '#lib/preferences/log-schema.ts';

const none: readonly string[] = [];

/** Tags, note and exclusion of the shown record. */
export function HandMarks({ preference }: { preference: Preference }) {
  const { isBusy, changeOne } = useChanges();
  const tags = useTags();
  return (
    <HandPanel
      preference={preference}
      suggestions={tags.data?.map(({ tag }) => tag) ?? none}
      isBusy={isBusy}
      onChange={(change) => changeOne(preference.id, change)}
    />
  );
}
