'use client';

import Tag from 'lucide-react/icons/tag';
import { useTranslations } from 'next-intl';
import { type RefObject, useId, useState } from 'react';
import { Chip } from '#components/results/by-hand/chip.tsx';
import { PlainInput } from '#components/ui/plain-input.tsx';

type Props = {
  tags: readonly string[];
  suggestions: readonly string[];
  onAdd: (tag: string) => void;
  onRemove: (tag: string) => void;
  fieldRef: RefObject<HTMLInputElement | null>;
};

/** As long as the server takes. */
export const longestTag = 50;

export function TagEditor({ tags, suggestions, onAdd, onRemove, fieldRef }: Props) {
  const t = useTranslations('results.byHand');
  const [text, setText] = useState('');
  const listId = useId();
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Tag aria-hidden className="size-4 text-faint" />
      {tags.map((tag) => (
        <Chip key={tag} text={tag} removeLabel={t('removeTag', { tag })} onRemove={() => onRemove(tag)} />
      ))}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() === '') return;
          onAdd(text);
          setText('');
        }}
      >
        <PlainInput
          ref={fieldRef}
          label={t('addTag')}
          placeholder={t('addTag')}
          value={text}
          onChange={setText}
          maxLength={longestTag}
          list={listId}
          autoComplete="off"
          enterKeyHint="done"
          className="h-7 w-40"
        />
        <datalist id={listId}>
          {suggestions
            .filter((tag) => !tags.includes(tag))
            .map((tag) => (
              <option key={tag} value={tag} />
            ))}
        </datalist>
      </form>
    </div>
  );
}
