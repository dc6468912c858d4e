import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redact } from '#lib/endpoints/redact.ts';

describe('redact', () => {
  it('removes a known secret wherever it stands', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 6, unit: 'grapheme-ascii' }),
        fc.string(),
        fc.string(),
        (secret, before, after) => {
          fc.pre(secret.trim() === secret && !'[secret]'.includes(secret) && !/\s/.test(secret));
          expect(redact(`${before} ${secret} ${after}`, [secret])).not.toContain(secret);
        },
      ),
    );
  });

  it.each([
    'sk-proj-abcdEFGH1234567890',
    'sk-ant-api03-AbCd_1234-xyz',
    'gsk_abcdefgh12345678',
    'AIzaSyA1234567890abcdef',
    'bce-v3/ALTAK-abcDEF123/0123456789abcdef',
    'hf_abcdefghijklmnop',
    'Bearer abcdef123456',
    '0123456789abcdef0123456789abcdef.AbCdEfGhIjKlMnOp',
    'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc-DEF_123',
  ])('removes what looks like a key: %s', (key) => {
    expect(redact(`Invalid key ${key} given`)).toBe('Invalid key [secret] given');
  });

  it('leaves words, ids and models alone', () => {
    const words =
      'Model meta-llama/Llama-3.3-70B-Instruct-Turbo not found (request 3f2b8c1e-5a6d-4e7f-8a9b-0c1d2e3f4a5b)';
    expect(redact(words)).toBe(words);
  });

  it('shortens, and cleans', () => {
    expect(redact('a\u0000b\ud800 \n\t c')).toBe('ab\ufffd c');
    expect(redact('word '.repeat(1000)).length).toBeLessThanOrEqual(600);
  });
});
