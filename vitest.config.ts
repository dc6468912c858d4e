import { defineConfig } from 'vitest/config';

const shared = { exclude: ['**/node_modules/**'], testTimeout: 60_000, hookTimeout: 120_000 };

export default defineConfig({
  test: {
    projects: [
      {
        test: { ...shared, name: 'unit', include: ['{components,i18n,lib}/**/*.test.{ts,tsx}'] },
      },
      {
        // A real PostgreSQL is started once for these.
        test: {
          ...shared,
          name: 'database',
          include: ['{app,db,cli}/**/*.test.{ts,tsx}'],
          globalSetup: ['db/testing/global-setup.ts'],
        },
      },
    ],
  },
});
