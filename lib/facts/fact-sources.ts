/** Who says something about models that changes by the day. */
export const factSources = ['openai', 'openrouter', 'genai-prices', 'hugging-face'] as const;
export type FactSource = (typeof factSources)[number];

/** Where the sources are. */
export type FactPlaces = Readonly<Record<FactSource, string>>;

export const publicPlaces: FactPlaces = {
  openai: 'https://api.openai.com',
  openrouter: 'https://openrouter.ai',
  'genai-prices': 'https://raw.githubusercontent.com/pydantic/genai-prices/main/prices/new_data/v2/data.json',
  'hugging-face': 'https://huggingface.co',
};
