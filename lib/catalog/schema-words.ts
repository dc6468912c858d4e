/** How sure the value is: `high` read in a primary source, `medium` read elsewhere or recalled from one, `low` inferred. */
export const confidences = ['high', 'medium', 'low'] as const;

/** `program`: not a trained language model; the three demo endpoints. */
export const cardKinds = ['base', 'instruct', 'chat', 'program'] as const;

export const architectures = [
  'decoder-only',
  'encoder-decoder',
  'encoder-only',
  'glm',
  'multi-task',
  'unknown',
  'rules',
  'n-gram',
  'retrieval',
] as const;

export const accessStatuses = [
  'open-weights',
  'weight-diff',
  'by-request',
  'retired',
  'never-released',
  'built-in',
] as const;

/** Servers and services whose shape of answers is known and tested. */
export const presetServers = [
  'vllm',
  'llama-cpp',
  'tgi',
  'fastchat',
  'openai',
  'gemini',
  'zai',
  'qianfan',
  'openrouter',
] as const;

/** What a sentence about the source document speaks of; `text` is anything outside its two tables. */
export const discrepancyTopics = [
  'name',
  'releaseDate',
  'organisation',
  'languages',
  'parameters',
  'trainingTokens',
  'architecture',
  'basedOn',
  'modality',
  'weights',
  'text',
] as const;
