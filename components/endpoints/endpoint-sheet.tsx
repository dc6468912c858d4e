'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { AdvancedFields } from '#components/endpoints/advanced-fields.tsx';
import {
  type DraftField,
  type DraftProblems,
  draftFromEndpoint,
  type EndpointDraft,
  emptyEndpointDraft,
} from '#components/endpoints/endpoint-draft.ts';
import { EndpointFields } from '#components/endpoints/endpoint-fields.tsx';
import { Button } from '#components/ui/button.tsx';
import { Callout } from '#components/ui/callout.tsx';
import { Sheet } from '#components/ui/dialog.tsx';
import type { Endpoint } from '#lib/endpoints/schema.ts';

export type SaveOutcome =
  | { isSaved: true }
  | { isSaved: false; problems: DraftProblems; message: string | null };

type Props = {
  /** null adds a new one. */
  endpoint: Endpoint | null;
  /** What a new one starts with. */
  prefill?: Partial<EndpointDraft>;
  isOpen: boolean;
  onClose: () => void;
  templates: readonly string[];
  onSave: (draft: EndpointDraft, testsAfterwards: boolean) => Promise<SaveOutcome>;
  /** The control that chooses a card. */
  renderCardPicker: (props: { draft: EndpointDraft; onChange: (cardId: string | null) => void }) => ReactNode;
};

export function EndpointSheet(props: Props) {
  const { endpoint, onSave, onClose } = props;
  const t = useTranslations('endpoints');
  const tCommon = useTranslations('common');
  const formId = useId();
  const [draft, setDraft] = useState<EndpointDraft>(
    endpoint ? draftFromEndpoint(endpoint) : { ...emptyEndpointDraft, ...props.prefill },
  );
  const [problems, setProblems] = useState<DraftProblems>({});
  const [failure, setFailure] = useState<string | null>(null);
  const [isSaving, setIsSaving] = useState(false);

  const form = useRef<HTMLFormElement>(null);
  const [refusals, setRefusals] = useState(0);
  useEffect(() => {
    if (refusals > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [refusals]);

  function change(fields: Partial<EndpointDraft>): void {
    setDraft((before) => ({ ...before, ...fields }));
    setProblems((before) => withoutFields(before, fields));
  }

  async function save(testsAfterwards: boolean): Promise<void> {
    setIsSaving(true);
    const outcome = await onSave(draft, testsAfterwards).finally(() => setIsSaving(false));
    if (outcome.isSaved) {
      onClose();
      return;
    }
    setProblems(outcome.problems);
    setFailure(outcome.message);
    setRefusals((count) => count + 1);
  }

  const fields = { draft, problems, onChange: change };
  return (
    <Sheet
      isOpen={props.isOpen}
      onOpenChange={(isOpen) => isOpen || onClose()}
      title={endpoint ? t('editTitle', { name: endpoint.name }) : t('addTitle')}
      footer={
        <>
          <Button isBusy={isSaving} onClick={() => void save(true)}>
            {t('saveAndTest')}
          </Button>
          <Button tone="primary" type="submit" form={formId} isBusy={isSaving}>
            {tCommon('save')}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        ref={form}
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void save(false);
        }}
      >
        {failure && (
          <Callout tone="bad" isAlert>
            {failure}
          </Callout>
        )}
        <EndpointFields
          {...fields}
          endpoint={endpoint}
          templates={props.templates}
          cardPicker={props.renderCardPicker({ draft, onChange: (cardId) => change({ cardId }) })}
        />
        <AdvancedFields {...fields} headerNames={endpoint?.headerNames ?? []} />
      </form>
    </Sheet>
  );
}

function withoutFields(problems: DraftProblems, fields: Partial<EndpointDraft>): DraftProblems {
  const isLeft = (entry: [string, unknown]): entry is [DraftField, DraftProblems[DraftField]] =>
    !Object.hasOwn(fields, entry[0]);
  return Object.fromEntries(Object.entries(problems).filter(isLeft));
}
