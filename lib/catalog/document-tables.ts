/** The rows of the source document's two tables in the order they are printed, by card. */
export const documentTables = {
  base: [
    't5',
    'gpt-3',
    'lamda',
    'jurassic-1',
    'mt-nlg',
    'ernie-3-0-titan',
    'gopher',
    'chinchilla',
    'palm',
    'opt',
    'bloom',
    'glm-130b',
    'llama',
  ],
  instruct: [
    'gpt-3-5',
    'flan',
    't0',
    'flan-palm',
    'bloomz',
    'mt0',
    'chatgpt',
    'alpaca',
    'chatglm',
    'gpt-4',
    'ernie-bot',
    'bard',
  ],
} as const;
export type DocumentTable = keyof typeof documentTables;

/** The document's own title. */
export const documentTitle = '大语言模型的百家齐放';
