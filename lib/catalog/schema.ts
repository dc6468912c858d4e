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

// What `describe` says goes into docs/card.schema.json, where people who write cards read it.

function fact<Value extends z.ZodType>(value: Value) {
  return {
    value,
    confidence: confidenceSchema.describe(
      'high: a primary source says so; medium: read elsewhere or recalled; low: inferred',
    ),
    sources: z
      .array(idSchema)
      .min(1)
      .optional()
      .describe(
        'Ids of sources of this card that bear the value. Absent: none is known, or none was published.',
      ),
    note: bothLanguagesSchema.optional().describe('What has to be known to read the value rightly.'),
  };
}

const trainingTokensSchema = z.strictObject({
  tokensB: z.number().positive().nullable().describe('In billions; null: not published.'),
  appliesTo: bothLanguagesSchema.describe('The sizes or versions it is said of.'),
  meaning: bothLanguagesSchema.describe('What is counted: tokens seen, the size of the corpus, and so on.'),
  sizes: z
    .array(z.number().positive())
    .min(1)
    .optional()
    .describe('Those of its own sizes, in billions of parameters, that saw them. Absent: not known.'),
});

const licenceSchema = z.strictObject({
  weightsOpen: z
    .union([z.boolean(), bothLanguagesSchema])
    .describe('A sentence where yes or no would mislead: "weight diff only".'),
  licence: bothLanguagesSchema,
  restrictedResearchLicence: z.boolean(),
  commercialUse: z
    .union([z.boolean(), bothLanguagesSchema])
    .nullable()
    .describe('A condition, or null: not said.'),
});

const verifiedSchema = z.strictObject({
  releaseDate: z
    .strictObject({
      ...fact(
        z
          .string()
          .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
          .nullable(),
      ),
      precision: z.enum(['day', 'month', 'year', 'unknown']),
    })
    .describe(
      'First public appearance, as long as its precision: "2021", "2023-03", "2023-03-14"; null: unknown.',
    ),
  organisation: z.strictObject(fact(z.array(textSchema).min(1))),
  languages: z
    .strictObject(fact(z.array(textSchema)))
    .describe('Two-letter codes, "multilingual" or "code".'),
  parameters: z
    .strictObject({ ...fact(z.array(z.number().positive())), unit: z.literal('billion parameters') })
    .describe('Every published size, ascending; empty: none was published.'),
  trainingData: z
    .strictObject(fact(z.array(bothLanguagesSchema).min(1)))
    .optional()
    .describe('The corpora or data sets it was trained on. Absent: nothing is known of them.'),
  trainingTokens: z
    .strictObject({ ...fact(z.array(trainingTokensSchema)), unit: z.literal('billion tokens') })
    .describe('How much it was trained on; of a fine-tuned model, what its base was trained on.'),
  contextWindow: z
    .strictObject({ ...fact(z.array(z.int().positive()).min(1)), unit: z.literal('tokens') })
    .optional()
    .describe('Longest input, ascending where sizes or versions differ. Absent: not recorded.'),
  architecture: z.strictObject(fact(architectureSchema)),
  modality: z
    .strictObject(fact(z.strictObject({ input: z.array(textSchema), output: z.array(textSchema) })))
    .describe('What it reads and writes.'),
  licence: z.strictObject(fact(licenceSchema)),
  basedOn: z
    .strictObject({ ...fact(z.array(idSchema)), external: textSchema.optional() })
    .describe('Ids of the cards of its parents; `external` names parents that have no card.'),
  instructionMethod: z
    .strictObject(fact(z.array(bothLanguagesSchema)))
    .describe('How it was taught to follow instructions, step by step; empty: it was not.'),
});

const promptFormatSchema = z.strictObject({
  kind: textSchema.describe('"chat-messages" where a server is sent messages and no string.'),
  description: bothLanguagesSchema,
  template: z.string().nullable(),
  templateWithInput: z.string().optional(),
  multiTurn: z.string().nullish(),
  stop: z.array(textSchema).optional(),
  examples: z.array(textSchema).optional(),
  templates: z
    .array(textSchema)
    .describe(
      'Ids of the prompt templates of lib/endpoints/templates.ts that say it so, the usual one first.',
    ),
  source: textSchema.nullable(),
});

const accessPresetSchema = z.strictObject({
  name: textSchema,
  server: z.enum(presetServers),
  protocol: protocolSchema,
  baseUrl: z.url({ protocol: /^https?$/ }),
  model: textSchema,
  template: textSchema.optional().describe('For the protocol "completion".'),
  command: textSchema.optional().describe('Starts the server. Absent for a hosted service.'),
  isSuccessor: z.boolean().describe('Asks a model that came after this one, with facts of its own.'),
});
export type AccessPreset = z.infer<typeof accessPresetSchema>;

const accessSchema = z.strictObject({
  status: z.enum(accessStatuses),
  today: bothLanguagesSchema.describe('How it can be asked today, or why it cannot.'),
  hubIds: z.array(textSchema).describe('Repositories on Hugging Face, without those of others.'),
  apiModels: z
    .array(z.strictObject({ provider: textSchema, model: textSchema, status: bothLanguagesSchema }))
    .describe('At providers, shut down or not.'),
  runtimes: z.array(bothLanguagesSchema).describe('What runs its weights, and what does not.'),
  nearestSuccessor: bothLanguagesSchema.nullable(),
  presets: z.array(accessPresetSchema).describe('Endpoints that a person can add as they are.'),
  confidence: confidenceSchema,
  asOf: z.iso.date(),
});

const asStatedSchema = z.strictObject({
  table: textSchema
    .nullable()
    .describe('Title of one of its two tables; null: it is named in the text alone.'),
  rawRow: textSchema.optional().describe('The row as it reads when its cells run together.'),
  cells: z
    .record(z.string(), z.string().nullable())
    .optional()
    .describe('Printed column name to printed cell; null: blank.'),
  openAsRead: z.boolean().optional().describe('The last column is blank where a model is open.'),
  quotes: z.array(textSchema).optional().describe('Sentences of its text.'),
});

const sourceSchema = z.strictObject({
  id: idSchema.describe('The name by which values refer to it: "paper", "hub-card". Unique within the card.'),
  title: textSchema,
  url: z.url({ protocol: /^https?$/ }),
  arxiv: textSchema.optional(),
  date: textSchema.optional().describe('When it was published.'),
});

/** One entry of the catalog, as it is kept in lib/catalog/cards/ID.json. */
export const cardSchema = z.strictObject({
  id: idSchema.describe('The name of the file, and of the page.'),
  name: textSchema.describe('As its makers write it.'),
  kind: kindSchema,
  aliases: z.array(textSchema).optional(),
  modelPatterns: z
    .array(textSchema)
    .optional()
    .describe('Model ids of servers that are really this model; `*` stands for any run of characters.'),
  remark: bothLanguagesSchema.optional().describe('What is unusual about it, in a sentence.'),
  arenaNames: z
    .array(z.strictObject({ name: textSchema, note: bothLanguagesSchema.optional() }))
    .min(1)
    .optional()
    .describe('Names under which it took part in Chatbot Arena; a note where that was not quite this model.'),
  asStated: asStatedSchema.describe('The source document word for word.'),
  verified: verifiedSchema,
  discrepancies: z
    .array(bothLanguagesSchema.extend({ about: z.array(z.enum(discrepancyTopics)) }))
    .describe(
      'Where the document and what was verified differ, in sentences; `about` is empty for other sources.',
    ),
  sources: z.array(sourceSchema).describe('Numbered on the page in this order.'),
  promptFormat: promptFormatSchema,
  access: accessSchema,
  checkedAgainst: z.array(bothLanguagesSchema).describe('What the values were compared with.'),
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
