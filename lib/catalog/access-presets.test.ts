import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { helloText } from '#e2e/fake-endpoint/reply.ts';
import { type FakeEndpoint, startFakeEndpoint } from '#e2e/fake-endpoint/start-fake-endpoint.ts';
import { cards } from '#lib/catalog/cards.ts';
import type { AccessPreset } from '#lib/catalog/schema.ts';
import { endpointInputSchema } from '#lib/endpoints/schema.ts';
import { findTemplate } from '#lib/endpoints/templates.ts';
import { askFake } from '#lib/endpoints/testing/ask-fake.ts';

/** The fake endpoint's model that answers as this server does over this protocol. */
const shapes: Record<string, string> = {
  'vllm completion': 'vllm-completion',
  'llama-cpp completion': 'llamacpp-completion',
  'tgi completion': 'tgi-completion',
  'fastchat completion': 'fastchat-completion',
  'vllm chat': 'vllm',
  'openai responses': 'story?tokens=5',
  'gemini chat': 'gemini',
  'zai chat': 'zhipu-window',
  'qianfan chat': 'qianfan',
  'openrouter chat': 'openrouter',
};

const presets = cards.flatMap((card) =>
  card.access.presets.map((preset) => ({ title: `${card.id}: ${preset.name}`, preset })),
);

let fake: FakeEndpoint;
beforeAll(async () => {
  fake = await startFakeEndpoint();
});
afterAll(() => fake.stop());

function ask(preset: AccessPreset, model: string) {
  const template = findTemplate(preset.template ?? 'plain');
  return askFake(fake, model, {
    protocol: preset.protocol,
    template: preset.template ?? null,
    messages: [
      ...(template?.id.endsWith('-input') ? [{ role: 'system' as const, content: 'Translate.' }] : []),
      { role: 'user', content: 'Hello?' },
    ],
  });
}

describe('presets of the cards', () => {
  test('every id of a template is one', () => {
    const ids = cards.flatMap((card) => [
      ...card.promptFormat.templates,
      ...card.access.presets.flatMap(({ template }) => template ?? []),
    ]);
    expect(ids.filter((id) => findTemplate(id) === null)).toEqual([]);
  });

  test.each(presets)('$title can be added as it is', ({ preset }) => {
    const { name, protocol, baseUrl, model, template } = preset;
    expect(endpointInputSchema.safeParse({ name, protocol, baseUrl, model, template }).success).toBe(true);
    expect(protocol === 'completion').toBe(template !== undefined);
  });

  test.each(presets)('$title is answered in its server’s shape', async ({ preset }) => {
    const shape = shapes[`${preset.server} ${preset.protocol}`] ?? 'no shape';
    const { text, result } = await ask(preset, shape);
    expect(result.status).toBe('complete');
    expect(text).toBe(shape.startsWith('story') ? text : helloText);
    expect(text).not.toBe('');
  });

  const rambling = presets.flatMap(({ title, preset }) =>
    (findTemplate(preset.template ?? '')?.stop ?? []).map((stop) => ({ title, preset, stop })),
  );
  test.each(rambling)('$title is cut before $stop', async ({ preset, stop }) => {
    const shape = shapes[`${preset.server} ${preset.protocol}`] ?? 'no shape';
    const ramble = encodeURIComponent(`${stop}and on`);
    const { text, result } = await ask(preset, `${shape}?ramble=${ramble}`);
    expect(result).toMatchObject({ status: 'complete', finishReason: 'stop' });
    expect(text).toBe(helloText);
  });
});
