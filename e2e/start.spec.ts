import { expect } from '@playwright/test';
import { test } from '#e2e/program.ts';

test('opens on the address it prints and keeps other hosts out', async ({ page, request, program }) => {
  const failed: string[] = [];
  page.on('pageerror', (error) => failed.push(error.message));
  const response = await page.goto('/');
  expect(response?.status()).toBe(200);
  await expect(page).toHaveTitle(/Baijia/);
  expect(failed).toEqual([]);
  const foreign = await request.get(program.url, { headers: { host: 'rebound.example' } });
  expect(foreign.status()).toBe(403);
});
