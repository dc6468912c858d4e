import { expect, test } from '#e2e/fixtures/test.ts';

test('opens on the address it prints and keeps other hosts out', async ({ page, request, program }) => {
  const response = await page.goto('/');
  expect(response?.status()).toBe(200);
  await expect(page).toHaveTitle(/Baijia/);
  const foreign = await request.get(program.url, { headers: { host: 'rebound.example' } });
  expect(foreign.status()).toBe(403);
});
