import { expect, test } from 'vitest';
import { emptyConversation } from '#app/(pages)/_compare/conversation-state.ts';
import { LazyConversation } from '#app/(pages)/_compare/lazy-conversation.ts';
import { comparisonSchema } from '#lib/arena/schema.ts';

test('a comparison that was left is loaded again when it is opened right after', () => {
  const conversation = new LazyConversation({ onCreated() {}, onAccepted() {}, onChanged() {} });
  conversation.prepare();
  const comparison = comparisonSchema.parse({
    ...{ id: '01a20b2f-4e82-763b-b42a-eadb4c6b6865', mode: 'blind', title: '', system: null },
    ...{ createdAt: '2026-11-24T00:00:00.000Z', lanes: [] },
  });
  conversation.state.set({ ...emptyConversation, comparison });
  conversation.clear();
  conversation.open(comparison.id);
  expect(conversation.state.get()).toMatchObject({ comparison: null, isLoading: true });
});
