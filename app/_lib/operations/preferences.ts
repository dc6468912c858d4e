import { z } from 'zod';
import { exportSizeSchema, preferencePageSchema } from '#app/_lib/operations/answers.ts';
import { defineOperation, idParams, json } from '#app/_lib/operations/operation.ts';
import { pageQuerySchema } from '#lib/page-schema.ts';
import {
  exportFormatParams,
  exportPartQuerySchema,
  exportQuerySchema,
} from '#lib/preferences/export/export-query.ts';
import { datasetInfoSchema } from '#lib/preferences/export/llama-factory.ts';
import { manifestSchema } from '#lib/preferences/export/manifest.ts';
import { preferenceHistorySchema } from '#lib/preferences/history-schema.ts';
import {
  fileFormSchema,
  importFormatParams,
  importQuerySchema,
} from '#lib/preferences/import/import-query.ts';
import { importPreviewSchema, previewQuerySchema } from '#lib/preferences/import/preview-schema.ts';
import { importReportSchema } from '#lib/preferences/import/report-schema.ts';
import { preferenceFilterSchema, preferenceSchema } from '#lib/preferences/log-schema.ts';
import { overviewQuerySchema, overviewSchema } from '#lib/preferences/overview/overview-schema.ts';

const topic = 'preferences';

export const listPreferences = defineOperation({
  id: 'listPreferences',
  method: 'GET',
  path: '/preferences',
  topic,
  query: preferenceFilterSchema.extend(pageQuerySchema.shape),
  answers: { 200: json(preferencePageSchema) },
});

export const getPreference = defineOperation({
  id: 'getPreference',
  method: 'GET',
  path: '/preferences/{id}',
  topic,
  params: idParams,
  answers: { 200: json(preferenceSchema) },
});

export const getOverview = defineOperation({
  id: 'getOverview',
  method: 'GET',
  path: '/preferences/overview',
  topic,
  query: overviewQuerySchema,
  answers: { 200: json(overviewSchema) },
});

export const getPreferenceHistory = defineOperation({
  id: 'getPreferenceHistory',
  method: 'GET',
  path: '/preferences/{id}/history',
  topic,
  params: idParams,
  answers: { 200: json(preferenceHistorySchema) },
});

export const exportLog = defineOperation({
  id: 'exportLog',
  method: 'GET',
  path: '/exports/{format}',
  topic,
  params: exportFormatParams,
  query: exportPartQuerySchema,
  answers: {
    200: {
      'application/x-ndjson': z.string(),
      'text/csv': z.string(),
      'application/json': z.union([manifestSchema, datasetInfoSchema]),
      'application/x-tar': z.string(),
    },
  },
});

export const countExport = defineOperation({
  id: 'countExport',
  method: 'GET',
  path: '/exports/{format}/count',
  topic,
  params: exportFormatParams,
  query: exportQuerySchema,
  answers: { 200: json(exportSizeSchema) },
});

/** A page of another site can send a form without asking the browser: that it is refused rests on same-origin.ts. */
const fileTypes = {
  'application/x-ndjson': z.string(),
  'application/json': z.string(),
  'text/csv': z.string(),
  'multipart/form-data': fileFormSchema,
};

export const previewImport = defineOperation({
  id: 'previewImport',
  method: 'POST',
  path: '/imports/preview',
  topic,
  query: previewQuerySchema,
  upload: fileTypes,
  answers: { 200: json(importPreviewSchema) },
});

export const importLog = defineOperation({
  id: 'importLog',
  method: 'POST',
  path: '/imports/{format}',
  topic,
  params: importFormatParams,
  query: importQuerySchema,
  upload: fileTypes,
  answers: { 200: json(importReportSchema) },
});
