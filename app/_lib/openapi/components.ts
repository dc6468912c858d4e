import type { z } from 'zod';
import { errorSchema } from '#app/_lib/openapi/error-schema.ts';
import * as answers from '#app/_lib/operations/answers.ts';
import { comparisonSummarySchema } from '#lib/arena/history-schema.ts';
import {
  comparisonInputSchema,
  comparisonPatchSchema,
  comparisonSchema,
  eventSchemas,
  laneSchema,
  responseSchema,
  stopInputSchema,
  turnInputSchema,
  turnSchema,
} from '#lib/arena/schema.ts';
import { cardAnswerSchema } from '#lib/catalog/card-answer.ts';
import { cardSchema } from '#lib/catalog/schema.ts';
import { suggestionInputSchema, suggestionsSchema } from '#lib/catalog/suggestion-schema.ts';
import {
  discoveredEndpointSchema,
  endpointInputSchema,
  endpointPatchSchema,
  endpointSchema,
  endpointTestResultSchema,
} from '#lib/endpoints/schema.ts';
import { factsAnswerSchema } from '#lib/facts/schema.ts';
import { ballotInputSchema, ballotSchema, revealSchema } from '#lib/preferences/ballot-schema.ts';
import {
  actionSchema,
  bulkAnswerSchema,
  bulkInputSchema,
  changeSchema,
} from '#lib/preferences/change-schema.ts';
import { comparisonDetailSchema } from '#lib/preferences/comparison-detail-schema.ts';
import { datasetInfoSchema } from '#lib/preferences/export/llama-factory.ts';
import { manifestSchema } from '#lib/preferences/export/manifest.ts';
import { preferenceHistorySchema } from '#lib/preferences/history-schema.ts';
import { fileFormSchema } from '#lib/preferences/import/import-query.ts';
import { importPreviewSchema } from '#lib/preferences/import/preview-schema.ts';
import { importReportSchema } from '#lib/preferences/import/report-schema.ts';
import { preferenceSchema } from '#lib/preferences/log-schema.ts';
import { overviewSchema } from '#lib/preferences/overview/overview-schema.ts';
import { turnVotesSchema } from '#lib/preferences/pair-votes-schema.ts';
import { viewInputSchema, viewPatchSchema, viewSchema } from '#lib/preferences/view-schema.ts';
import * as board from '#lib/rating/board-answer-schema.ts';

/** What requests hold, by its name in the document. */
export const inputs: Readonly<Record<string, z.ZodType>> = {
  EndpointInput: endpointInputSchema,
  EndpointPatch: endpointPatchSchema,
  ComparisonInput: comparisonInputSchema,
  TurnInput: turnInputSchema,
  BallotInput: ballotInputSchema,
  ComparisonPatch: comparisonPatchSchema,
  StopInput: stopInputSchema,
  SuggestionInput: suggestionInputSchema,
  Change: changeSchema,
  BulkChangeInput: bulkInputSchema,
  ViewInput: viewInputSchema,
  ViewPatch: viewPatchSchema,
  FileForm: fileFormSchema,
};

/** What answers hold. */
export const outputs: Readonly<Record<string, z.ZodType>> = {
  Error: errorSchema,
  Endpoint: endpointSchema,
  DiscoveredEndpoint: discoveredEndpointSchema,
  Comparison: comparisonSchema,
  ComparisonSummary: comparisonSummarySchema,
  Lane: laneSchema,
  Turn: turnSchema,
  Response: responseSchema,
  Ballot: ballotSchema,
  Reveal: revealSchema,
  Preference: preferenceSchema,
  Manifest: manifestSchema,
  DatasetInfo: datasetInfoSchema,
  Card: cardSchema,
  EndpointList: answers.endpointListSchema,
  DiscoveredEndpointList: answers.discoveredListSchema,
  EndpointTestResult: endpointTestResultSchema,
  EndpointFacts: factsAnswerSchema,
  ComparisonPage: answers.comparisonPageSchema,
  ComparisonDetail: comparisonDetailSchema,
  Accepted: answers.acceptedSchema,
  Judgement: answers.judgementSchema,
  TurnVotes: turnVotesSchema,
  PreferencePage: answers.preferencePageSchema,
  Overview: overviewSchema,
  PreferenceHistory: preferenceHistorySchema,
  ChangedPreference: answers.changedPreferenceSchema,
  BulkChange: bulkAnswerSchema,
  Action: actionSchema,
  ActionPage: answers.actionPageSchema,
  Undone: answers.undoneSchema,
  TagList: answers.tagListSchema,
  View: viewSchema,
  ViewList: answers.viewListSchema,
  ExportSize: answers.exportSizeSchema,
  ImportPreview: importPreviewSchema,
  ImportReport: importReportSchema,
  Board: board.boardSchema,
  BoardMatrix: board.boardMatrixSchema,
  BoardHistory: board.boardHistorySchema,
  BoardAgreement: board.boardAgreementSchema,
  BoardRobustness: board.boardRobustnessSchema,
  BoardOptions: board.boardOptionsSchema,
  Screening: board.screeningAnswerSchema,
  CardList: answers.cardListSchema,
  CardDetail: cardAnswerSchema,
  Suggestions: suggestionsSchema,
  Live: answers.liveSchema,
  Ready: answers.readySchema,
  Document: answers.documentSchema,
};

/** `turn-start` is described as TurnStartEvent. */
export const eventComponent = (event: string): string =>
  `${event.replace(/(^|-)([a-z])/g, (_, _dash, letter: string) => letter.toUpperCase())}Event`;

export const events: Readonly<Record<string, z.ZodType>> = Object.fromEntries(
  Object.entries(eventSchemas).map(([event, schema]) => [eventComponent(event), schema]),
);
