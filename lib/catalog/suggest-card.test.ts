import { describe, expect, test } from 'vitest';
import { cards } from '#lib/catalog/cards.ts';
import { suggestCard } from '#lib/catalog/suggest-card.ts';

describe('suggestCard', () => {
  test.each([
    ['gpt-4', 'gpt-4'],
    ['gpt-4-0314', 'gpt-4'],
    ['GPT-4-32k-0613', 'gpt-4'],
    ['openai/gpt-4', 'gpt-4'],
    ['openrouter/openai/gpt-4', 'gpt-4'],
    ['gpt-3.5-turbo-0301', 'chatgpt'],
    ['text-davinci-003', 'text-davinci-003'],
    ['davinci', 'davinci'],
    ['bloomz-7b1', 'bloomz'],
    ['bigscience/bloomz-560m', 'bloomz'],
    ['bigscience/bloom-560m', 'bloom'],
    ['bigscience/T0pp', 't0'],
    ['bigscience/mt0-xxl', 'mt0'],
    ['google/mt5-small', 'mt5'],
    ['google-t5/t5-11b', 't5'],
    ['t5-small:latest', 't5'],
    ['THUDM/chatglm-6b', 'chatglm'],
    ['zai-org/chatglm-6b', 'chatglm'],
    ['THUDM/chatglm-6b-int4', 'chatglm'],
    ['facebook/opt-1.3b', 'opt'],
    ['openai-community/gpt2', 'gpt-2'],
    ['huggyllama/llama-7b', 'llama'],
    ['decapoda-research/llama-7b-hf', 'llama'],
    ['tatsu-lab/alpaca-7b-wdiff', 'alpaca'],
    ['beomi/KoAlpaca-Polyglot-12.8B', 'koalpaca'],
  ])('%s is %s', (modelId, cardId) => {
    expect(suggestCard(modelId)).toBe(cardId);
  });

  test.each([
    'qwen3:8b',
    'gpt-4o',
    'gpt-4o-mini',
    'gpt-4-turbo',
    'gpt-4.1',
    'gpt-5.6-sol',
    'gpt-3.5-turbo-instruct',
    'ft:gpt-3.5-turbo:acme::abc123',
    'davinci-002',
    'text-embedding-ada-002',
    'google/flan-t5-xxl',
    'facebook/opt-iml-1.3b',
    'meta-llama/Llama-2-7b-hf',
    'meta-llama/Llama-3.1-8B-Instruct',
    'llama3',
    'someone/alpaca-7b',
    'someone/llama-7b-finetuned',
    'THUDM/chatglm2-6b',
    'zai-org/GLM-4.5-Air',
    'glm-4.6',
    'ernie-5.1',
    'gemini-3-pro',
    'EleutherAI/gpt-neo-1.3B',
    'gpt2-chatbot',
    '',
    '///',
    '*',
  ])('%s is on no card', (modelId) => {
    expect(suggestCard(modelId)).toBeNull();
  });

  test('believes the name only where the model id says nothing', () => {
    expect(suggestCard('ep-20260101-abcde', 'GPT-4')).toBe('gpt-4');
    expect(suggestCard('default', 'bloomz')).toBe('bloomz');
    expect(suggestCard('gpt-6-mini', 'GPT-4')).toBeNull();
    expect(suggestCard('ep-20260101-abcde', 'our GPT-4')).toBeNull();
  });

  test('every hub id of a card leads back to that card', () => {
    for (const card of cards) for (const id of card.access.hubIds) expect(suggestCard(id), id).toBe(card.id);
  });
});
