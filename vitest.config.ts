import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{app,components,i18n,lib,db,cli}/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
