import type { Protocol } from '#lib/endpoints/protocols.ts';

export type Preset = {
  id: string;
  /** The maker, as a person knows it. */
  provider: string;
  protocol: Protocol;
  baseUrl: string;
  /** Environment variables that may hold its key, the maker's own name first. */
  keyVariables: readonly string[];
  /** A few current ones, to start with; any other can be typed. */
  models: readonly string[];
};

/** Services whose key in the environment is enough to ask them. Base URLs and names from their own documentation. */
export const presets: readonly Preset[] = [
  {
    id: 'openai',
    provider: 'OpenAI',
    protocol: 'responses',
    baseUrl: 'https://api.openai.com/v1',
    keyVariables: ['OPENAI_API_KEY'],
    models: ['gpt-5.1', 'gpt-5-mini', 'gpt-4.1', 'gpt-4o-mini'],
  },
  {
    id: 'anthropic',
    provider: 'Anthropic',
    protocol: 'chat',
    baseUrl: 'https://api.anthropic.com/v1',
    keyVariables: ['ANTHROPIC_API_KEY'],
    models: ['claude-opus-4-5', 'claude-sonnet-4-5', 'claude-haiku-4-5'],
  },
  {
    id: 'gemini',
    provider: 'Google Gemini',
    protocol: 'chat',
    baseUrl: 'https://generativelanguage.googleapis.com/v1beta/openai',
    keyVariables: ['GEMINI_API_KEY', 'GOOGLE_API_KEY', 'GOOGLE_GENERATIVE_AI_API_KEY'],
    models: ['gemini-2.5-pro', 'gemini-2.5-flash', 'gemini-2.5-flash-lite'],
  },
  {
    id: 'deepseek',
    provider: 'DeepSeek',
    protocol: 'chat',
    baseUrl: 'https://api.deepseek.com/v1',
    keyVariables: ['DEEPSEEK_API_KEY'],
    models: ['deepseek-chat', 'deepseek-reasoner'],
  },
  {
    id: 'mistral',
    provider: 'Mistral',
    protocol: 'chat',
    baseUrl: 'https://api.mistral.ai/v1',
    keyVariables: ['MISTRAL_API_KEY'],
    models: ['mistral-large-latest', 'mistral-medium-latest', 'mistral-small-latest'],
  },
  {
    id: 'groq',
    provider: 'Groq',
    protocol: 'chat',
    baseUrl: 'https://api.groq.com/openai/v1',
    keyVariables: ['GROQ_API_KEY'],
    models: ['llama-3.3-70b-versatile', 'llama-3.1-8b-instant', 'openai/gpt-oss-120b'],
  },
  {
    id: 'openrouter',
    provider: 'OpenRouter',
    protocol: 'chat',
    baseUrl: 'https://openrouter.ai/api/v1',
    keyVariables: ['OPENROUTER_API_KEY'],
    models: ['openrouter/auto', 'meta-llama/llama-3.3-70b-instruct', 'qwen/qwen3-235b-a22b'],
  },
  {
    id: 'together',
    provider: 'Together',
    protocol: 'chat',
    baseUrl: 'https://api.together.xyz/v1',
    keyVariables: ['TOGETHER_API_KEY', 'TOGETHER_AI_API_KEY'],
    models: ['meta-llama/Llama-3.3-70B-Instruct-Turbo', 'Qwen/Qwen2.5-7B-Instruct-Turbo'],
  },
  {
    id: 'zhipu',
    provider: 'Zhipu 智谱',
    protocol: 'chat',
    baseUrl: 'https://open.bigmodel.cn/api/paas/v4',
    keyVariables: ['ZHIPU_API_KEY', 'ZHIPUAI_API_KEY', 'BIGMODEL_API_KEY'],
    models: ['glm-4.6', 'glm-4.5-air', 'glm-4-flash'],
  },
  {
    id: 'qianfan',
    provider: 'Baidu Qianfan 百度千帆',
    protocol: 'chat',
    baseUrl: 'https://qianfan.baidubce.com/v2',
    keyVariables: ['QIANFAN_API_KEY', 'QIANFAN_BEARER_TOKEN'],
    models: ['ernie-4.5-turbo-128k', 'ernie-x1-turbo-32k', 'ernie-speed-128k'],
  },
  {
    id: 'dashscope',
    provider: 'Alibaba DashScope 阿里云百炼',
    protocol: 'chat',
    baseUrl: 'https://dashscope.aliyuncs.com/compatible-mode/v1',
    keyVariables: ['DASHSCOPE_API_KEY'],
    models: ['qwen3-max', 'qwen-plus', 'qwen-flash'],
  },
  {
    id: 'moonshot',
    provider: 'Moonshot 月之暗面',
    protocol: 'chat',
    baseUrl: 'https://api.moonshot.cn/v1',
    keyVariables: ['MOONSHOT_API_KEY'],
    models: ['kimi-k2-0905-preview', 'kimi-k2-turbo-preview', 'moonshot-v1-8k'],
  },
];

/** The variable that holds this preset's key in the given environment, or null. */
export function findKeyVariable(
  preset: Preset,
  environment: Readonly<Record<string, string | undefined>>,
): string | null {
  return preset.keyVariables.find((name) => (environment[name]?.trim() ?? '') !== '') ?? null;
}
