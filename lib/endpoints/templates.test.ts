import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FakeEndpoint, startFakeEndpoint } from '#e2e/fake-endpoint/start-fake-endpoint.ts';
import type { Message } from '#lib/endpoints/ask.ts';
import { findTemplate, templates } from '#lib/endpoints/templates.ts';
import { askFake } from '#lib/endpoints/testing/ask-fake.ts';

const user = (content: string): Message => ({ role: 'user', content });
const assistant = (content: string): Message => ({ role: 'assistant', content });
const system = (content: string): Message => ({ role: 'system', content });
const rounds = [user('一'), assistant('甲'), user('二')];
const render = (id: string, messages: readonly Message[]) => findTemplate(id)?.render(messages);

describe('prompt templates', () => {
  it.each([
    ['plain', [user('Hi')], 'Hi'],
    ['plain', [system('Be brief.'), user('Hi')], 'Be brief.\n\nHi'],
    ['t5-summarize', [user('A long text')], 'summarize: A long text'],
    [
      'alpaca',
      [user('Hi')],
      'Below is an instruction that describes a task. Write a response that appropriately completes the request.\n\n### Instruction:\nHi\n\n### Response:',
    ],
    [
      'alpaca-lora',
      [user('Hi')],
      'Below is an instruction that describes a task. Write a response that appropriately completes the request.\n\n### Instruction:\nHi\n\n### Response:\n',
    ],
    [
      'chinese-vicuna-chat',
      [system('Be brief.'), ...rounds],
      'Be brief.\n\nUser:一\n\nAssistant:甲\n\nUser:二\n\nAssistant:',
    ],
    [
      'koalpaca-input',
      [system('무엇인가요?'), user('글')],
      '### 질문: 무엇인가요?\n\n### 맥락: 글\n\n### 답변:',
    ],
    [
      'alpaca-input',
      [system('Translate'), user('你好')],
      'Below is an instruction that describes a task, paired with an input that provides further context. Write a response that appropriately completes the request.\n\n### Instruction:\nTranslate\n\n### Input:\n你好\n\n### Response:',
    ],
    ['chatglm', [user('一')], '一'],
    ['chatglm', rounds, '[Round 0]\n问：一\n答：甲\n[Round 1]\n问：二\n答：'],
    ['chatglm2', rounds, '[Round 1]\n\n问：一\n\n答：甲\n\n[Round 2]\n\n问：二\n\n答：'],
    ['koalpaca', [user('안녕')], '### 질문: 안녕\n\n### 답변:'],
    ['user-assistant', rounds, 'User: 一\n\nAssistant: 甲\n\nUser: 二\n\nAssistant:'],
    [
      'chatml',
      [system('S'), ...rounds],
      '<|im_start|>system\nS<|im_end|>\n<|im_start|>user\n一<|im_end|>\n<|im_start|>assistant\n甲<|im_end|>\n<|im_start|>user\n二<|im_end|>\n<|im_start|>assistant\n',
    ],
  ])('%s', (id, messages, prompt) => {
    expect(render(id, messages)).toEqual({ prompt });
  });

  it('refuses a conversation where the format holds one question', () => {
    for (const template of templates) {
      const rendered = template.render([system('S'), ...rounds]);
      expect('refusal' in rendered).toBe(!template.isMultiTurn);
    }
    expect(render('alpaca-input', [user('Hi')])).toHaveProperty('refusal');
  });

  it('has ids that tell templates apart', () => {
    expect(new Set(templates.map(({ id }) => id)).size).toBe(templates.length);
    expect(findTemplate('no-such')).toBeNull();
  });
});

describe('completion endpoints', () => {
  let fake: FakeEndpoint;
  beforeAll(async () => {
    fake = await startFakeEndpoint();
  });
  afterAll(() => fake.stop());

  it('send the rendered string and the stop strings, and keep both', async () => {
    const { result } = await askFake(fake, 'hello', { protocol: 'completion', template: 'alpaca' });
    const { body } = fake.requests.at(-1) ?? {};
    expect(body).toMatchObject({
      prompt: expect.stringMatching(/### Response:$/),
      stop: ['</s>', '\n### Instruction:', '\n### Input:'],
    });
    expect(result.request).toMatchObject({ template: 'alpaca', protocol: 'completion', body });
  });

  it('are cut at a stop string the server did not know, however it is split', async () => {
    const prompt = 'First.\nUser: never shown';
    const { text, result } = await askFake(
      fake,
      'echo',
      { protocol: 'completion', template: 'plain', params: { stop: ['\nUser:'] } },
      prompt,
    );
    expect(text).toBe('First.');
    expect(result).toMatchObject({ status: 'complete', finishReason: 'stop' });
    await fake.requests.at(-1)?.closed;
  });

  it('show what only looked like a stop string', async () => {
    const { text } = await askFake(
      fake,
      'echo',
      { protocol: 'completion', params: { stop: ['\nUser:'] } },
      'First.\nUse',
    );
    expect(text).toBe('First.\nUse');
  });

  it('refuse what their format cannot say, and ask nobody', async () => {
    const before = fake.requests.length;
    const refused = await askFake(fake, 'echo', {
      protocol: 'completion',
      template: 'alpaca',
      messages: rounds,
    });
    expect(refused.result).toMatchObject({ status: 'failed', attempts: 0, error: { code: 'not-askable' } });
    const unknown = await askFake(fake, 'echo', { protocol: 'completion', template: 'nothing' });
    expect(unknown.result.error).toEqual({
      code: 'not-askable',
      message: 'There is no prompt template "nothing"',
    });
    const single = await askFake(fake, 'echo', { capabilities: { multiTurn: false }, messages: rounds });
    expect(single.result.error?.code).toBe('not-askable');
    expect(fake.requests.length).toBe(before);
  });

  it('fold the system prompt into the question where there is no system role', async () => {
    await askFake(fake, 'echo', {
      capabilities: { systemPrompt: false },
      messages: [system('S'), user('Q')],
    });
    expect(fake.requests.at(-1)?.body).toMatchObject({ messages: [{ role: 'user', content: 'S\n\nQ' }] });
  });
});
