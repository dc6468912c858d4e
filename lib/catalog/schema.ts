import { z } from 'zod';
import {
  accessStatuses,
  architectures,
  cardKinds,
  confidences,
  discrepancyTopics,
  presetServers,
} from '#lib/catalog/schema-words.ts';
import { protocolSchema } from '#lib/endpoints/schema.ts';

const confidenceSchema = z.enum(confidences);
export type Confidence = z.infer<typeof confidenceSchema>;

const kindSchema = z.enum(cardKinds);

const architectureSchema = z.enum(architectures);
export type Architecture = z.infer<typeof architectureSchema>;

const idSchema = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower case words joined by hyphens');
const textSchema = z.string().min(1);
const bothLanguagesSchema = z.strictObject({ en: textSchema, 'zh-CN': textSchema });
export type BothLanguages = z.infer<typeof bothLanguagesSchema>;

function fact<Value extends z.ZodType>(value: Value) {
  return {
    value,
    confidence: confidenceSchema,
    /** Ids of the card's sources that bear the value; absent where none is known, or nothing was published to name. */
    sources: z.array(idSchema).min(1).optional(),
    note: bothLanguagesSchema.optional(),
  };
}

const verifiedSchema = z.strictObject({
  /** ISO date, as long as its precision: "2021", "2023-03", "2023-03-14"; null when unknown. */
  releaseDate: z.strictObject({
    ...fact(
      z
        .string()
        .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
        .nullable(),
    ),
    precision: z.enum(['day', 'month', 'year', 'unknown']),
  }),
  organisation: z.strictObject(fact(z.array(textSchema).min(1))),
  languages: z.strictObject(fact(z.array(textSchema))),
  /** Every published size, ascending; empty when none was published. */
  parameters: z.strictObject({
    ...fact(z.array(z.number().positive())),
    unit: z.literal('billion parameters'),
  }),
  /** What it was trained on: the corpora or data sets. Absent when nothing about them is known. */
  trainingData: z.strictObject(fact(z.array(bothLanguagesSchema).min(1))).optional(),
  trainingTokens: z.strictObject({
    ...fact(
      z.array(
        z.strictObject({
          tokensB: z.number().positive().nullable(),
          appliesTo: bothLanguagesSchema,
          /** What the number counts: tokens seen, size of the corpus, and so on. */
          meaning: bothLanguagesSchema,
          /** The sizes, in billions of parameters, that it was counted for; absent where that is not known. */
          sizes: z.array(z.number().positive()).min(1).optional(),
        }),
      ),
    ),
    unit: z.literal('billion tokens'),
  }),
  /** Longest input in tokens, ascending where sizes or versions differ; absent when not recorded. */
  contextWindow: z
    .strictObject({ ...fact(z.array(z.int().positive()).min(1)), unit: z.literal('tokens') })
    .optional(),
  architecture: z.strictObject(fact(architectureSchema)),
  modality: z.strictObject(fact(z.strictObject({ input: z.array(textSchema), output: z.array(textSchema) }))),
  licence: z.strictObject(
    fact(
      z.strictObject({
        /** A sentence where yes or no would mislead: "weight diff only". */
        weightsOpen: z.union([z.boolean(), bothLanguagesSchema]),
        licence: bothLanguagesSchema,
        restrictedResearchLicence: z.boolean(),
        commercialUse: z.union([z.boolean(), bothLanguagesSchema]).nullable(),
      }),
    ),
  ),
  /** Ids of other cards; `external` names parents that have no card. */
  basedOn: z.strictObject({ ...fact(z.array(idSchema)), external: textSchema.optional() }),
  instructionMethod: z.strictObject(fact(z.array(bothLanguagesSchema))),
});

const promptFormatSchema = z.strictObject({
  kind: textSchema,
  description: bothLanguagesSchema,
  template: z.string().nullable(),
  templateWithInput: z.string().optional(),
  multiTurn: z.string().nullish(),
  stop: z.array(textSchema).optional(),
  examples: z.array(textSchema).optional(),
  /** Ids of the prompt templates (lib/endpoints/templates) that say it so, the usual one first. */
  templates: z.array(textSchema),
  source: textSchema.nullable(),
});

/** An endpoint that a person could add today to ask this model, or the one that came after it. */
const accessPresetSchema = z.strictObject({
  name: textSchema,
  server: z.enum(presetServers),
  protocol: protocolSchema,
  baseUrl: z.url({ protocol: /^https?$/ }),
  model: textSchema,
  template: textSchema.optional(),
  /** Starts the server; absent for a hosted service. */
  command: textSchema.optional(),
  isSuccessor: z.boolean(),
});
export type AccessPreset = z.infer<typeof accessPresetSchema>;

const accessSchema = z.strictObject({
  status: z.enum(accessStatuses),
  today: bothLanguagesSchema,
  hubIds: z.array(textSchema),
  apiModels: z.array(
    z.strictObject({ provider: textSchema, model: textSchema, status: bothLanguagesSchema }),
  ),
  /** What serves it from its weights, or cannot. */
  runtimes: z.array(bothLanguagesSchema),
  nearestSuccessor: bothLanguagesSchema.nullable(),
  presets: z.array(accessPresetSchema),
  confidence: confidenceSchema,
  asOf: z.iso.date(),
});

/** One entry of the catalog, as it is kept in lib/catalog/cards/ID.json. */
export const cardSchema = z.strictObject({
  id: idSchema,
  name: textSchema,
  kind: kindSchema,
  aliases: z.array(textSchema).optional(),
  /** Model ids of servers that are really this model: `*` stands for any run of characters. See suggest-card.ts. */
  modelPatterns: z.array(textSchema).optional(),
  /** What is worth knowing in a sentence, in both languages of the pages. */
  remark: bothLanguagesSchema.optional(),
  /** The names under which it took part in Chatbot Arena; a note where that was not quite this model. */
  arenaNames: z
    .array(z.strictObject({ name: textSchema, note: bothLanguagesSchema.optional() }))
    .min(1)
    .optional(),
  /** The source document word for word: a row of one of its two tables, or sentences of its text. */
  asStated: z.strictObject({
    table: textSchema.nullable(),
    rawRow: textSchema.optional(),
    /** Printed column name -> printed cell; null is a blank cell. */
    cells: z.record(z.string(), z.string().nullable()).optional(),
    openAsRead: z.boolean().optional(),
    quotes: z.array(textSchema).optional(),
  }),
  verified: verifiedSchema,
  /** Where the document and the verified values differ, in plain sentences; `about` is empty for other sources. */
  discrepancies: z.array(bothLanguagesSchema.extend({ about: z.array(z.enum(discrepancyTopics)) })),
  /** Numbered on the card's page in this order. */
  sources: z.array(
    z.strictObject({
      /** The name by which values refer to it: "paper", "hub-card"; unique within the card. */
      id: idSchema,
      title: textSchema,
      url: z.url({ protocol: /^https?$/ }),
      arxiv: textSchema.optional(),
      date: textSchema.optional(),
    }),
  ),
  promptFormat: promptFormatSchema,
  access: accessSchema,
  checkedAgainst: z.array(bothLanguagesSchema),
});
export type Card = z.infer<typeof cardSchema>;

export const cardLinkSchema = cardSchema.pick({ id: true, name: true });
export type CardLink = z.infer<typeof cardLinkSchema>;

/** A card with its neighbours in the family tree, as `GET /catalog/{id}` shows it. */
export const cardWithLineageSchema = cardSchema.extend({
  lineage: z.strictObject({ basedOn: z.array(cardLinkSchema), derivatives: z.array(cardLinkSchema) }),
});
export type CardWithLineage = z.infer<typeof cardWithLineageSchema>;

/** The query of `GET /catalog`. */
export const catalogFilterSchema = z.strictObject({
  q: z.string().trim().max(500).optional(),
  kind: kindSchema.optional(),
  architecture: architectureSchema.optional(),
  /** True: the weights can be downloaded by anybody. */
  open: z.stringbool().optional(),
  organisation: z.string().trim().min(1).max(120).optional(),
});
export type CatalogFilter = z.infer<typeof catalogFilterSchema>;
