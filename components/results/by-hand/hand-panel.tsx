'use client';

import Ban from 'lucide-react/icons/ban';
import StickyNote from 'lucide-react/icons/sticky-note';
import { useTranslations } from 'next-intl';
import { useMemo, useRef, useState } from 'react';
import { Chip } from '#components/results/by-hand/chip.tsx';
import { ExclusionForm } from '#components/results/by-hand/exclusion-form.tsx';
import { NoteEditor } from '#components/results/by-hand/note-editor.tsx';
import { TagEditor } from '#components/results/by-hand/tag-editor.tsx';
import { useExclusionName } from '#components/results/use-exclusion-name.ts';
import { useShortcuts } from '#components/shell/shortcuts.ts';
import { Button } from '#components/ui/button.tsx';
import { LocalTime } from '#components/ui/local-time.tsx';
import type { Change } from '#lib/preferences/change-schema.ts';
import type { Preference } from '#lib/preferences/log-schema.ts';

type Props = {
  preference: Preference;
  suggestions: readonly string[];
  isBusy: boolean;
  /** Says whether it is stored. */
  onChange: (change: Change) => Promise<boolean>;
};
type Open = 'note' | 'exclusion' | null;

/** What people put on a record: tags, a note, a reason not to count it. */
export function HandPanel({ preference, suggestions, isBusy, onChange }: Props) {
  const t = useTranslations('results.byHand');
  const exclusionName = useExclusionName();
  const [open, setOpen] = useState<Open>(null);
  const tagField = useRef<HTMLInputElement>(null);
  useHandShortcuts(() => tagField.current?.focus(), setOpen);
  const close = () => setOpen(null);
  const save = async (change: Change) => (await onChange(change)) && close();
  return (
    <section aria-label={t('title')} className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <TagEditor
          tags={preference.tags}
          suggestions={suggestions}
          onAdd={(value) => void onChange({ kind: 'tag', value })}
          onRemove={(value) => void onChange({ kind: 'untag', value })}
          fieldRef={tagField}
        />
        <Button size="sm" aria-expanded={open === 'note'} onClick={() => setOpen('note')}>
          <StickyNote aria-hidden />
          {t(preference.note ? 'editNote' : 'addNote')}
        </Button>
        <Button size="sm" aria-expanded={open === 'exclusion'} onClick={() => setOpen('exclusion')}>
          <Ban aria-hidden />
          {t('openExclude')}
        </Button>
        {preference.excludedByHand.map((value) => (
          <Chip
            key={value}
            text={t('excludedFor', { reason: exclusionName(value) })}
            removeLabel={t('include', { reason: exclusionName(value) })}
            onRemove={() => void onChange({ kind: 'include', value })}
          />
        ))}
      </div>
      {open === 'exclusion' && (
        <ExclusionForm
          isBusy={isBusy}
          onExclude={(value) => void save({ kind: 'exclude', value })}
          onCancel={close}
        />
      )}
      {open === 'note' ? (
        <NoteEditor
          text={preference.note?.text ?? ''}
          isBusy={isBusy}
          onSave={(value) => void save({ kind: 'note', value })}
          onCancel={close}
        />
      ) : (
        preference.note && <Note note={preference.note} />
      )}
    </section>
  );
}

function useHandShortcuts(toTags: () => void, open: (what: Open) => void): void {
  const t = useTranslations('results');
  const act = useRef({ toTags, open });
  act.current = { toTags, open };
  const shortcuts = useMemo(() => {
    const group = t('title');
    return [
      { id: 'result-tag', keys: 't', label: t('byHand.addTag'), group, run: () => act.current.toTags() },
      {
        id: 'result-note',
        keys: 'n',
        label: t('byHand.addNote'),
        group,
        run: () => act.current.open('note'),
      },
      {
        id: 'result-exclude',
        keys: 'x',
        label: t('byHand.exclude'),
        group,
        run: () => act.current.open('exclusion'),
      },
    ] as const;
  }, [t]);
  useShortcuts(shortcuts);
}

function Note({ note }: { note: NonNullable<Preference['note']> }) {
  const t = useTranslations('results.byHand');
  return (
    <figure aria-label={t('note')} className="max-w-prose rounded-md border border-line bg-panel px-3 py-2">
      <p dir="auto" className="whitespace-pre-wrap break-words">
        {note.text}
      </p>
      <figcaption className="mt-1 text-faint text-xs">
        {note.raterId} · <LocalTime iso={note.createdAt} dateStyle="short" className="tabular" />
      </figcaption>
    </figure>
  );
}
