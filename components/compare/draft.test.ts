import { describe, expect, it } from 'vitest';
import { createDraft } from '#components/compare/draft.ts';

/** A Storage as a browser gives it. */
function memory(): Storage {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    clear: () => items.clear(),
    getItem: (name) => items.get(name) ?? null,
    key: (at) => [...items.keys()][at] ?? null,
    removeItem: (name) => void items.delete(name),
    setItem: (name, value) => void items.set(name, value),
  };
}

describe('a draft', () => {
  const sent = { prompt: 'why?', key: 'k', comparisonId: null };

  it('outlives a reload, and is gone once empty', () => {
    const storage = memory();
    createDraft(storage, 'draft').write('half a thou');
    const again = createDraft(storage, 'draft');
    again.restore();
    expect(again.text.get()).toBe('half a thou');
    again.write('');
    expect(storage.length).toBe(0);
  });

  it('gives back what was sent but not accepted, under the same key', () => {
    const storage = memory();
    const draft = createDraft(storage, 'draft');
    draft.write('why?');
    draft.markSent(sent);
    expect(draft.text.get()).toBe('');
    const again = createDraft(storage, 'draft');
    again.restore();
    expect(again.text.get()).toBe('why?');
    expect(again.sent()).toEqual(sent);
  });

  it('forgets what was accepted and never overwrites what is being typed', () => {
    const storage = memory();
    const draft = createDraft(storage, 'draft');
    draft.markSent(sent);
    draft.write('next');
    draft.giveBack();
    expect(draft.text.get()).toBe('next');
    draft.accept();
    expect(draft.sent()).toBeNull();
    expect(JSON.parse(storage.getItem('draft') ?? '')).toEqual({ text: 'next', sent: null });
  });

  it('survives a storage that holds something else or nothing at all', () => {
    const storage = memory();
    storage.setItem('draft', '{"text":1}');
    const draft = createDraft(storage, 'draft');
    draft.restore();
    expect(draft.text.get()).toBe('');
    createDraft(null, 'draft').write('x');
  });
});
