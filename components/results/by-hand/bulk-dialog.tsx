'use client';

import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { longestReason, ReasonList } from '#components/results/by-hand/exclusion-form.tsx';
import { longestTag } from '#components/results/by-hand/tag-editor.tsx';
import { Button } from '#components/ui/button.tsx';
import { Callout } from '#components/ui/callout.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { NativeSelect } from '#components/ui/native-select.tsx';
import { Spinner } from '#components/ui/spinner.tsx';
import type { BulkInput } from '#lib/preferences/change-schema.ts';

export const bulkKinds = ['tag', 'untag', 'exclude', 'include'] as const;
export type BulkKind = (typeof bulkKinds)[number];

type Props = {
  kind: BulkKind;
  onKind: (kind: BulkKind) => void;
  /** What stands in the field at first. */
  initialValue: string;
  tags: readonly string[];
  /** How many match; null while that is counted. */
  count: number | null;
  /** In words; null while counting has not failed. */
  failure: string | null;
  isFiltered: boolean;
  isBusy: boolean;
  onConfirm: (change: BulkInput['change']) => void;
  onClose: () => void;
};

/** Tells what will be done to how many records before it is done. */
export function BulkDialog(props: Props) {
  const { kind, onKind, initialValue, tags, count, failure, isFiltered, isBusy, onConfirm, onClose } = props;
  const t = useTranslations('results.bulk');
  const tHand = useTranslations('results.byHand');
  const tCommon = useTranslations('common');
  const [value, setValue] = useState(initialValue);
  const [formId, listId] = [useId(), useId()];
  const isTag = kind === 'tag' || kind === 'untag';
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && !isBusy && onClose()}
      title={t('title')}
      description={t(isFiltered ? 'filtered' : 'everything')}
      footer={
        <>
          <Button tone="quiet" onClick={onClose} disabled={isBusy}>
            {tCommon('cancel')}
          </Button>
          <Button
            type="submit"
            form={formId}
            tone={kind === 'exclude' ? 'danger' : 'primary'}
            disabled={value.trim() === '' || !count}
            isBusy={isBusy}
          >
            {t(`confirm.${kind}`, { count: count ?? 0 })}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (value.trim() !== '') onConfirm({ kind, value });
        }}
      >
        <NativeSelect
          label={t('what')}
          value={kind}
          onChange={onKind}
          options={bulkKinds.map((one) => ({ value: one, label: t(`kinds.${one}`) }))}
        />
        <Field label={isTag ? t('tag') : tHand('reason')} hint={t(`hints.${kind}`)}>
          <Input
            value={value}
            maxLength={isTag ? longestTag : longestReason}
            list={listId}
            autoComplete="off"
            onChange={(event) => setValue(event.target.value)}
          />
        </Field>
        {isTag ? <TagList id={listId} tags={tags} /> : <ReasonList id={listId} />}
        <p role="status" className="tabular flex items-center gap-2 text-soft">
          {isBusy || (count === null && failure === null) ? (
            <>
              <Spinner /> {t(isBusy ? 'working' : 'counting')}
            </>
          ) : (
            count !== null && t('matching', { count })
          )}
        </p>
        {failure && (
          <Callout tone="bad" isAlert>
            {failure}
          </Callout>
        )}
      </form>
    </Dialog>
  );
}

function TagList({ id, tags }: { id: string; tags: readonly string[] }) {
  return (
    <datalist id={id}>
      {tags.map((tag) => (
        <option key={tag} value={tag} />
      ))}
    </datalist>
  );
}
