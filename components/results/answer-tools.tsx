'use client';

import GitCompare from 'lucide-react/icons/git-compare';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { DialogButton } from '#components/ui/dialog-button.tsx';
import { ToggleGroup } from '#components/ui/toggle-group.tsx';
import type { Preference } from '#lib/preferences/log-schema.ts';

const DiffDialog = dynamic(() =>
  import('#components/diff/diff-dialog.tsx').then((module) => module.DiffDialog),
);

export const answerViews = ['markdown', 'source'] as const;
export type AnswerView = (typeof answerViews)[number];

type Props = { preference: Preference; view: AnswerView; onView: (view: AnswerView) => void };

/** How the answers are shown, and any two of them compared word by word. */
export function AnswerTools({ preference, view, onView }: Props) {
  const t = useTranslations('results');
  const lanes = preference.lanes
    .filter(({ response }) => response.text !== '')
    .map(({ laneId, label, name, response }) => ({ laneId, label, name, text: response.text }));
  return (
    <div className="flex flex-wrap items-center gap-2">
      <ToggleGroup
        label={t('view')}
        value={view}
        onChange={(next) => next && onView(next)}
        options={answerViews.map((value) => ({ value, label: t(`views.${value}`) }))}
      />
      {lanes.length > 1 && (
        <DialogButton
          icon={<GitCompare aria-hidden />}
          label={t('compareAnswers')}
          dialog={(state) => <DiffDialog {...state} lanes={lanes} />}
        />
      )}
    </div>
  );
}
