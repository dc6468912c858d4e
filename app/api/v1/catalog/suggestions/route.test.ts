import { expect, test } from 'vitest';
import { send } from '#app/_lib/testing/send.ts';
import * as routes from '#app/api/v1/catalog/suggestions/route.ts';

test('a card is suggested for each model that has one, in the order asked', async () => {
  const models = [
    { model: 'bigscience/bloomz', name: 'bloomz' },
    { model: 'qwen3:8b', name: 'Qwen3' },
  ];
  const { status, body } = await send(routes, 'POST', 'catalog/suggestions', { body: { models } });
  expect(status).toBe(200);
  expect(body).toEqual({ data: ['bloomz', null] });
  const refused = await send(routes, 'POST', 'catalog/suggestions', { body: { models, more: 1 } });
  expect(refused.status).toBe(400);
});
