import { z } from 'zod';
import { defineOperation, idParams, json } from '#app/_lib/operations/operation.ts';
import { pageQuerySchema } from '#lib/page-schema.ts';
import {
  exportFormatParams,
  exportPartQuerySchema,
  exportQuerySchema,
} from '#lib/preferences/export/export-query.ts';
import { exportCountSchema, manifestSchema } from '#lib/preferences/export/manifest.ts';
import { preferenceHistorySchema } from '#lib/preferences/history-schema.ts';
import { importFormatParams, importQuerySchema } from '#lib/preferences/import/import-query.ts';
import { importPreviewSchema, previewQuerySchema } from '#lib/preferences/import/preview-schema.ts';
import { preferenceFilterSchema, preferenceSchema } from '#lib/preferences/log-schema.ts';
import { overviewQuerySchema, overviewSchema } from '#lib/preferences/overview/overview-schema.ts';

const topic = 'preferences';
const count = z.int().min(0);

export const listPreferences = defineOperation({
  id: 'listPreferences',
  method: 'GET',
  path: '/preferences',
  topic,
  query: preferenceFilterSchema.extend(pageQuerySchema.shape),
  answers: {
    200: json(
      z.object({
        data: z.array(preferenceSchema),
        nextCursor: z.string().nullable(),
        count: z.object({ value: count, exact: z.boolean() }),
      }),
    ),
  },
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
      // The manifest, or the dataset_info.json of LLaMA-Factory.
      'application/json': z.union([manifestSchema, z.record(z.string(), z.looseObject({}))]),
      'text/markdown': z.string(),
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
  answers: { 200: json(exportCountSchema.extend({ bytes: count })) },
});

/** Types that a page of another site cannot send without asking the browser. */
const uploadTypes = ['application/x-ndjson', 'application/json', 'text/csv'];

export const previewImport = defineOperation({
  id: 'previewImport',
  method: 'POST',
  path: '/imports/preview',
  topic,
  query: previewQuerySchema,
  upload: uploadTypes,
  answers: { 200: json(importPreviewSchema) },
});

export const importLog = defineOperation({
  id: 'importLog',
  method: 'POST',
  path: '/imports/{format}',
  topic,
  params: importFormatParams,
  query: importQuerySchema,
  upload: uploadTypes,
  answers: {
    200: json(
      z.object({
        imported: count,
        skipped: count,
        ignored: count,
        rejected: z.array(z.object({ line: z.int(), reason: z.string() })),
        rejectedCount: count,
      }),
    ),
  },
});
