import { useTranslations } from 'next-intl';
import type { KeyboardEvent, ReactNode } from 'react';
import { AnswerRating } from '#components/judge/answer-rating.tsx';
import type { JudgeLane } from '#components/judge/judge-types.ts';
import { Field } from '#components/ui/field.tsx';
import { Textarea } from '#components/ui/textarea.tsx';
import { type BallotDraft, withRating } from '#lib/preferences/ranking-draft.ts';

type Props = {
  id: string;
  lanes: readonly JudgeLane[];
  draft: BallotDraft;
  isReadOnly: boolean;
  onNote: (draft: BallotDraft) => void;
  /** What narrow screens have no room for in the bar. */
  children?: ReactNode;
};

/** Keys with a modifier keep their meaning for the page. */
function keepKey(event: KeyboardEvent): void {
  if (!event.ctrlKey && !event.metaKey && !event.altKey && event.key !== 'Escape') event.stopPropagation();
}

/** Everything beyond the verdict. Keys pressed in here belong to its fields, not to the judge bar. */
export function JudgeDetails({ id, lanes, draft, isReadOnly, onNote, children }: Props) {
  const t = useTranslations('judge');
  return (
    <section
      id={id}
      aria-label={t('details')}
      onKeyDown={keepKey}
      className="max-h-[45dvh] overflow-y-auto pt-2"
    >
      <fieldset disabled={isReadOnly} inert={isReadOnly} className="flex flex-col gap-4">
        <legend className="sr-only">{t('details')}</legend>
        {children}
        <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,280px),1fr))] items-start gap-4">
          {lanes.map((lane) => (
            <AnswerRating
              key={lane.laneId}
              lane={lane}
              rating={draft.ratings[lane.laneId] ?? {}}
              onRate={(change) => onNote(withRating(draft, lane.laneId, change))}
            />
          ))}
        </div>
        <Field label={t('ballotComment')}>
          <Textarea
            value={draft.comment}
            maxLength={20_000}
            onChange={(event) => onNote({ ...draft, comment: event.target.value })}
          />
        </Field>
      </fieldset>
    </section>
  );
}
