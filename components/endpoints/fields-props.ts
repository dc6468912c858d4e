import type { DraftProblems, EndpointDraft } from '#components/endpoints/endpoint-draft.ts';

/** What every group of fields needs. */
export type FieldsProps = {
  draft: EndpointDraft;
  problems: DraftProblems;
  onChange: (change: Partial<EndpointDraft>) => void;
};
