import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSameSetup, laneInputs, moveLane, type Setup } from '#components/compare/setup.ts';
import { decodeLanes, decodeParams, encodeLanes, encodeParams } from '#components/compare/setup-codec.ts';

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true }).map((value) => value + 0);
const anyParams = fc.record(
  {
    temperature: number(0, 2),
    topP: number(0, 1),
    maxTokens: fc.integer({ min: 1, max: 1_000_000 }),
    seed: fc.maxSafeInteger(),
    stop: fc.array(fc.string({ minLength: 1, maxLength: 20 }), { maxLength: 4 }),
    reasoningEffort: fc.constantFrom('minimal' as const, 'low' as const, 'high' as const),
  },
  { requiredKeys: [] },
);
const anyLane = fc.record({
  endpointId: fc.string({ minLength: 1, maxLength: 40 }),
  params: anyParams,
  system: fc.string({ unit: 'grapheme', maxLength: 80 }).map((text) => (text.trim() === '' ? '' : text)),
});

describe('setup codec', () => {
  it('reads back what it wrote, whatever signs the texts hold', () => {
    const property = fc.property(fc.array(anyLane, { minLength: 1, maxLength: 8 }), (lanes) => {
      // JSON does not know negative zero; nothing in a setup can tell it from zero.
      const plain = JSON.parse(JSON.stringify(lanes)) as typeof lanes;
      expect(decodeLanes(encodeLanes(plain))).toEqual(plain);
    });
    fc.assert(property);
  });

  it('reads parameters alone too', () => {
    const property = fc.property(anyParams, (params) => {
      expect(decodeParams(encodeParams(params))).toEqual(JSON.parse(JSON.stringify(params)));
    });
    fc.assert(property);
  });

  it('never throws, and leaves out what it cannot use', () => {
    fc.assert(fc.property(fc.string(), (text) => decodeLanes(text)?.length !== 0));
    expect(decodeParams('temperature=9~seed=4~nonsense=1~topP=%')).toEqual({ seed: 4 });
    expect(decodeLanes('')).toBeNull();
    expect(decodeLanes(',,')).toBeNull();
  });
});

describe('setup', () => {
  const lane = (endpointId: string) => ({ endpointId, params: {}, system: '' });
  const setup: Setup = {
    lanes: [lane('a'), lane('b'), lane('a')],
    params: { temperature: 0.5 },
    system: 'Be brief.',
  };

  it('lets a lane go over the shared settings', () => {
    const own = {
      ...setup,
      lanes: [{ endpointId: 'a', params: { temperature: 1, seed: 2 }, system: 'Rhyme.' }],
    };
    expect(laneInputs(own)).toEqual([
      { endpointId: 'a', params: { temperature: 1, seed: 2 }, system: 'Rhyme.' },
    ]);
    expect(laneInputs(setup)[1]).toEqual({
      endpointId: 'b',
      params: { temperature: 0.5 },
      system: 'Be brief.',
    });
  });

  it('knows two setups for the same when they ask the same', () => {
    const spelled = {
      lanes: ['a', 'b', 'a'].map((id) => ({ endpointId: id, params: setup.params, system: setup.system })),
      params: {},
      system: '',
    };
    expect(isSameSetup(setup, spelled)).toBe(true);
    expect(isSameSetup(setup, moveLane(setup, 0, 1))).toBe(false);
    expect(isSameSetup(setup, moveLane(setup, 0, 2))).toBe(false);
    expect(moveLane(setup, 0, 3)).toBe(setup);
  });
});
